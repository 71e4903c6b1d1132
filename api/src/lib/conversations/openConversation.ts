import type { ChannelKind } from '@prisma/client'
import { v7 as uuid } from 'uuid'

import type { Transaction } from 'src/lib/database/sql'

export interface ConversationKey {
  channel: ChannelKind
  /** The contact's address, without a channel prefix. */
  contactAddress: string
  /** Ours, likewise; a Messaging Service's SID where it chooses the sender. */
  senderAddress: string
}

interface OpenedConversation {
  id: string
  optedOutAt: Date | null
  isNew: boolean
}

/**
 * Finds or makes the contact and the conversation, without a race, and locks the conversation until the commit: whatever
 * is written to one conversation is written one after the other.
 */
export async function openConversation(
  tx: Transaction,
  { channel, contactAddress, senderAddress }: ConversationKey
): Promise<OpenedConversation> {
  // DO UPDATE and not DO NOTHING: only so the row of somebody else's transaction is waited for and returned.
  const [contact] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Contact" (id, address) VALUES (${uuid()}::uuid, ${contactAddress})
    ON CONFLICT (address) DO UPDATE SET address = excluded.address
    RETURNING id`
  const [conversation] = await tx.$queryRaw<OpenedConversation[]>`
    INSERT INTO "Conversation" (id, "contactId", channel, "senderAddress")
    VALUES (${uuid()}::uuid, ${contact.id}::uuid, ${channel}::"ChannelKind", ${senderAddress})
    ON CONFLICT ("contactId", channel, "senderAddress") DO UPDATE SET "senderAddress" = excluded."senderAddress"
    RETURNING id, "optedOutAt", xmax = 0 AS "isNew"`
  return conversation
}
