import type { IncomingPhoneNumberInstance } from 'twilio/lib/rest/api/v2010/account/incomingPhoneNumber'

import { twilioClient } from './twilioClient'

/**
 * A number of the account, with its webhooks; null where the account has none such.
 *
 * @throws what the client throws: Twilio is away, or refuses
 * @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
 */
export async function findPhoneNumber(
  phoneNumber: string
): Promise<IncomingPhoneNumberInstance | null> {
  const found = await twilioClient.incomingPhoneNumbers.list({
    phoneNumber,
    limit: 20,
  })
  // The filter takes parts of numbers for a fit.
  return found.find((number) => number.phoneNumber === phoneNumber) ?? null
}
