import { maskText } from './privacy/logs/maskText'

const FRAME = /^ {4}at /

/** PostgreSQL's data exceptions repeat the value: `invalid input syntax for type uuid: "…"` (class 22). */
const withoutValue = (message: string, code: unknown) =>
  typeof code === 'string' && /^22\w{3}$/.test(code)
    ? message.replace(/: ".*"$/s, ': "[removed]"')
    : message

/** Prisma writes the whole call in front of what it has to say, values and all. */
const withoutCall = (message: string, name: string) =>
  name.startsWith('PrismaClient')
    ? (message.trim().split('\n').pop() ?? '')
    : message

const framesOf = (stack: string | undefined) =>
  (stack ?? '').split('\n').filter((line) => FRAME.test(line))

/**
 * What a log says of an error. Nothing of what else hangs on it, and no phone number: PostgreSQL names the values that
 * it refused in `detail`, Twilio's client has the request with it, and both put a recipient into their words.
 */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) {
    return { message: maskText(String(error)) }
  }
  const { name, stack } = error
  const { code } = error as { code?: unknown }
  const message = maskText(withoutValue(withoutCall(error.message, name), code))
  // A stack begins with the message as it was.
  const lines = [`${name}: ${message}`, ...framesOf(stack)]
  return { name, code, message, stack: lines.join('\n') }
}
