/** A NUL, or half of a pair that makes one character (an emoji that was cut in two). */
const UNSTORABLE = /\0|\p{Surrogate}/u

/** Whether PostgreSQL's text and jsonb can hold it. */
export const isStorable = (text: string) => !UNSTORABLE.test(text)
