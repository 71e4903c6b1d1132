import { config } from 'src/lib/config/config'
import { sql } from 'src/lib/database/sql'

/** What is written from where a message doesn't say. */
export async function defaultSender(): Promise<string | undefined> {
  const [channel] = await sql.$queryRaw<{ address: string }[]>`
    SELECT address FROM "Channel"
    WHERE "isDefault" AND kinds && '{SMS,WHATSAPP}'::"ChannelKind"[]`
  return (
    channel?.address ??
    config.twilio.messagingServiceSid ??
    config.twilio.phoneNumber
  )
}
