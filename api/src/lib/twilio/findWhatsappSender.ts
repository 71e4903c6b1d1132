import type { ChannelsSenderInstance } from 'twilio/lib/rest/messaging/v2/channelsSender'

import { twilioClient } from './twilioClient'

const MOST = 200

/**
 * The WhatsApp sender that a number is, with its webhooks; null where it is none.
 *
 * @throws what the client throws: Twilio is away, or refuses
 * @see https://www.twilio.com/docs/whatsapp/api/senders
 */
export async function findWhatsappSender(
  phoneNumber: string
): Promise<ChannelsSenderInstance | null> {
  const senders = await twilioClient.messaging.v2.channelsSenders.list({
    channel: 'whatsapp',
    limit: MOST,
  })
  return (
    senders.find(({ senderId }) => senderId === `whatsapp:${phoneNumber}`) ??
    null
  )
}
