import { parsePhoneNumberFromString } from 'libphonenumber-js'

import { isMessagingService } from './address'

/** Twilio holds what a sender can send in ten hours, and refuses more (21611, 30001). */
export const QUEUE_HOURS = 10

const TOLL_FREE = /^\+1(800|833|844|855|866|877|888)/

/**
 * Segments per second that Twilio sends from an address: https://help.twilio.com/articles/115002943027
 *
 * @returns null for a Messaging Service: it depends on the senders of its pool
 */
export function senderRate(sender: string): number | null {
  if (isMessagingService(sender)) {
    return null
  }
  if (/^\d{3,8}$/.test(sender)) {
    return 100
  }
  if (TOLL_FREE.test(sender)) {
    return 3
  }
  return parsePhoneNumberFromString(sender)?.countryCallingCode === '1' ? 1 : 10
}
