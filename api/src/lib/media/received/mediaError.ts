/** Why a file that was sent to us can't be had, in words for an operator; with `isFinal` it is no use to ask again. */
export class MediaError extends Error {
  constructor(
    message: string,
    readonly isFinal: boolean,
    options?: ErrorOptions
  ) {
    super(message, options)
  }
}
