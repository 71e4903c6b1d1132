/** The beginning of a text, without the half of a character that was cut in two. */
export const shorten = (text: string, longest: number): string =>
  text.slice(0, longest).replace(/\p{Surrogate}$/u, '')
