const PHONE_NUMBER = /\+\d{7,15}/g

const mask = (text: string | undefined) => text?.replace(PHONE_NUMBER, '+…')

/**
 * What a log says of an error. Nothing of what else hangs on it, and no phone number: PostgreSQL names the values that
 * it refused in `detail`, Twilio's client has the request with it, and both put a recipient into their words.
 */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) {
    return { message: mask(String(error)) }
  }
  const { name, message, stack } = error
  const { code } = error as { code?: unknown }
  return { name, code, message: mask(message), stack: mask(stack) }
}
