import { config } from 'src/lib/config/config'

import { ourSenders } from './ourSenders'

/** What is written from where a message doesn't say. */
export async function defaultSender(): Promise<string | undefined> {
  const channel = (await ourSenders()).find(
    ({ isDefault, kinds }) =>
      isDefault && (kinds.includes('SMS') || kinds.includes('WHATSAPP'))
  )
  return (
    channel?.address ??
    config.twilio.messagingServiceSid ??
    config.twilio.phoneNumber
  )
}
