const SECOND_MS = 1_000
const DAY_MS = 86_400_000

/** Twilio schedules for Messaging Services, in this window: https://www.twilio.com/docs/api/errors/35114 */
const TWILIO_LEAST_MS = 300 * SECOND_MS
const TWILIO_MOST_MS = 35 * DAY_MS

/** Twilio's clock differs from ours, and its times have whole seconds. */
const MARGIN_MS = 5 * SECOND_MS

/** What is kept here is kept for as long as one likes; who says more than a year has mistyped it. */
const OURS_MOST_MS = 366 * DAY_MS

/**
 * What is wrong with a time to send at, in words for the person who wrote it; null where it is right.
 *
 * @param atTwilio whether Twilio keeps the message until then: one of a Messaging Service
 */
export function wrongSendAt(
  sendAt: Date,
  atTwilio: boolean,
  now: Date
): string | null {
  const ahead = sendAt.getTime() - now.getTime()
  // Negated, so that a time that is none is refused too.
  if (!(ahead > 0)) {
    return 'The time to send it has passed.'
  }
  if (atTwilio && (ahead <= TWILIO_LEAST_MS || ahead > TWILIO_MOST_MS)) {
    return 'Through a Messaging Service it can be sent from 5 minutes to 35 days ahead: Twilio keeps it until then.'
  }
  if (ahead > OURS_MOST_MS) {
    return 'It can be sent a year ahead at most.'
  }
  return null
}

/**
 * Whether a time has come too near for Twilio to keep a message until then, as it does while Twilio can't be reached: we
 * keep it, and send it when it is due.
 */
export function isTooNearForTwilio(sendAt: Date, now: Date): boolean {
  const ahead = sendAt.getTime() - now.getTime()
  return ahead > 0 && ahead <= TWILIO_LEAST_MS + MARGIN_MS
}
