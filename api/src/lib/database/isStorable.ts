/** Whether PostgreSQL's text can hold it, which is everything without a NUL. */
export const isStorable = (text: string) => !text.includes('\0')
