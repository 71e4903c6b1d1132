import { TwilioError } from '../rest/twilioError'

import type { SimulatedConversation } from './conversations'

/** Later than the last change, by a millisecond at least: dates tell which change is the newer. */
export const later = (date: Date) =>
  new Date(Math.max(Date.now(), date.getTime() + 1))

/** Nobody writes in a closed conversation: https://www.twilio.com/docs/api/errors/50377 */
export function refuseClosed({ state }: SimulatedConversation) {
  if (state === 'closed') {
    throw new TwilioError(50377, 'Conversation is closed', 403)
  }
}
