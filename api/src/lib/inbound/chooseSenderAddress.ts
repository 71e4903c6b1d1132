import { sql } from 'src/lib/database/sql'

import type { InboundMessage } from './parseInboundMessage'

/**
 * Which of our addresses an inbound message belongs to. A number of a Messaging Service's pool is written from as the
 * number or as the service: the answer goes where the two last spoke, and to the number where they never did.
 */
export async function chooseSenderAddress({
  channel,
  from,
  to,
  messagingServiceSid,
}: InboundMessage): Promise<string> {
  if (!messagingServiceSid) {
    return to
  }
  const [latest] = await sql.$queryRaw<{ senderAddress: string }[]>`
    SELECT "senderAddress" FROM "Conversation" c JOIN "Contact" ON "Contact".id = c."contactId"
    WHERE address = ${from} AND channel = ${channel}::"ChannelKind"
      AND "senderAddress" IN (${to}, ${messagingServiceSid})
    ORDER BY "lastMessageAt" DESC LIMIT 1`
  return latest?.senderAddress ?? to
}
