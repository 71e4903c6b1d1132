import { v7 as uuid } from 'uuid'

import { config } from 'src/lib/config/config'
import type { Transaction } from 'src/lib/database/sql'
import type { ChatFacts } from 'src/lib/twilio/chatFacts'

/** Our conversation of a Twilio conversation. */
export interface Chat {
  conversationId: string
  contactId: string
  /** CH… */
  sid: string
  /** IS…; what its messages are written to and from. */
  senderAddress: string
  isNew: boolean
}

const find = async (tx: Transaction, sid: string) => {
  const [found] = await tx.$queryRaw<Omit<Chat, 'isNew'>[]>`
    SELECT c.id AS "conversationId", c."contactId", t.sid, c."senderAddress"
    FROM "TwilioConversation" t JOIN "Conversation" c ON c.id = t."conversationId"
    WHERE t.sid = ${sid}`
  return found
}

/** What stands for the service where nobody names it: the account's default one has no SID in our configuration. */
const UNNAMED_SERVICE = 'Conversations'

const make = async (tx: Transaction, { sid, serviceSid }: ChatFacts) => {
  const senderAddress =
    serviceSid ?? config.twilio.conversationsServiceSid ?? UNNAMED_SERVICE
  const [{ id: contactId }] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Contact" (id, address) VALUES (${uuid()}::uuid, ${sid})
    ON CONFLICT (address) DO UPDATE SET address = excluded.address
    RETURNING id`
  const [{ id: conversationId }] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Conversation" (id, "contactId", channel, "senderAddress")
    VALUES (${uuid()}::uuid, ${contactId}::uuid, 'CHAT', ${senderAddress})
    ON CONFLICT ("contactId", channel, "senderAddress") DO UPDATE SET "senderAddress" = excluded."senderAddress"
    RETURNING id`
  await tx.$executeRaw`
    INSERT INTO "TwilioConversation" ("conversationId", sid, "serviceSid")
    VALUES (${conversationId}::uuid, ${sid}, ${serviceSid ?? null})`
  return { conversationId, contactId, sid, senderAddress }
}

/**
 * Finds our conversation of a Twilio conversation, or makes it: whichever of its events comes first. Called under the
 * lock of `changeChat`, so that there is one.
 */
export async function openChat(
  tx: Transaction,
  facts: ChatFacts
): Promise<Chat> {
  const found = await find(tx, facts.sid)
  return found
    ? { ...found, isNew: false }
    : { ...(await make(tx, facts)), isNew: true }
}
