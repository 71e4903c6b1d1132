import type { CreatedMessage } from 'src/lib/twilio/createTwilioMessage'

import type { Outcome } from './outcome'

/** What the client throws: an answer has a `status`, a broken connection has a `code` and perhaps a `syscall`. */
interface Thrown {
  status?: number
  code?: number | string
  message?: string
  syscall?: string
  cause?: unknown
}

/** Only these say that no connection was ever open, so that Twilio can't have seen the request. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
])

const neverConnected = ({ code, syscall }: Thrown) =>
  NEVER_CONNECTED.has(String(code)) ||
  syscall === 'connect' ||
  syscall === 'getaddrinfo'

const classify = (thrown: Thrown): Outcome => {
  const { status, code, message = '' } = thrown
  // A 429 was never processed and is always safe to repeat: https://www.twilio.com/docs/api/errors/20429
  if (status === 429) {
    return { kind: 'notProcessed', reason: 'Twilio is busy (429)' }
  }
  if (status && status >= 400 && status < 500) {
    const errorCode = typeof code === 'number' ? code : null
    return { kind: 'refused', errorCode, errorDetail: message }
  }
  if (status) {
    return { kind: 'unknown', reason: `Twilio answered ${status}` }
  }
  if (neverConnected(thrown)) {
    return { kind: 'notProcessed', reason: `no connection (${code})` }
  }
  return { kind: 'unknown', reason: `no answer (${code ?? message})` }
}

/** Makes one call to Twilio and says what became of it; never throws. */
export async function attempt(
  call: () => Promise<CreatedMessage>
): Promise<Outcome> {
  try {
    return { kind: 'accepted', created: await call() }
  } catch (thrown) {
    return classify(thrown as Thrown)
  }
}
