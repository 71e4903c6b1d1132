/** What is wrong with a file, in words for the person who has it, and its HTTP status. */
export class UploadError extends Error {
  constructor(
    message: string,
    readonly status: 400 | 413 | 415 = 400
  ) {
    super(message)
  }
}
