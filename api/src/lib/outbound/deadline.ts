import type { Message } from '@prisma/client'

import { LONGEST_VALIDITY } from 'src/lib/messaging/outboundDraft'

/** Twilio's code for a message that waited too long: https://www.twilio.com/docs/api/errors/30036 */
export const TOO_LATE_CODE = 30036

/** Milliseconds of the present until it is too late to send a message; negative: it is too late. */
export const untilDeadline = (
  {
    createdAt,
    sendAt,
    validityPeriod,
  }: Pick<Message, 'createdAt' | 'sendAt' | 'validityPeriod'>,
  now: Date
) => {
  const start = sendAt ?? createdAt
  const seconds = validityPeriod ?? LONGEST_VALIDITY
  return start.getTime() + seconds * 1000 - now.getTime()
}
