import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

import { config } from 'src/lib/config/config'
import { functionUrl } from 'src/lib/twilio/callbackUrl'

/**
 * Twilio may fetch a file late: a Messaging Service holds a message for ten hours at most, and what was fetched for it
 * may be fetched again for another carrier.
 */
const GOOD_FOR_SECONDS = 48 * 60 * 60

/** A key for nothing else than links, so that no other signature of ours can be taken for one. */
const KEY = Buffer.from(
  hkdfSync('sha256', config.sessionSecret, '', 'heliograph media link', 32)
)

const sign = (id: string, expires: string) =>
  createHmac('sha256', KEY).update(`${id} ${expires}`).digest()

/**
 * An address of one of our files that opens without a login, for who has to fetch it: unguessable, and it expires.
 *
 * @param from when it is needed at the earliest
 */
export function signedLink(id: string, from: Date): string {
  const expires = String(Math.floor(from.getTime() / 1000) + GOOD_FOR_SECONDS)
  const signature = sign(id, expires).toString('base64url')
  return functionUrl(
    `media/${id}`,
    `?expires=${expires}&signature=${signature}`
  )
}

/** Whether a link was made here for this file, and has not expired. */
export function isSignedFor(
  id: string,
  { expires, signature }: { expires: string; signature: string },
  now: Date
): boolean {
  const given = Buffer.from(signature, 'base64url')
  const expected = sign(id, expires)
  return (
    given.length === expected.length &&
    timingSafeEqual(given, expected) &&
    Number(expires) > now.getTime() / 1000
  )
}
