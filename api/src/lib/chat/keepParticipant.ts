import type { Disposition } from '@prisma/client'
import { v7 as uuid } from 'uuid'

import type { Transaction } from 'src/lib/database/sql'
import { parseChannelAddress } from 'src/lib/twilio/channelAddress'
import type { ParticipantFacts } from 'src/lib/twilio/chatFacts'

import { nameContact } from './nameContact'
import type { Chat } from './openChat'

const bare = (address: string | undefined) =>
  address ? parseChannelAddress(address).address : null

const typeOf = ({ type, address }: ParticipantFacts) =>
  type?.toUpperCase() ??
  (address ? parseChannelAddress(address).channel : 'CHAT')

/** Keeps who takes part, unless something newer is known of them. Who has left has left: a new SID comes back. */
export async function keepParticipant(
  tx: Transaction,
  chat: Chat,
  facts: ParticipantFacts
): Promise<Disposition> {
  const { updatedAt = new Date() } = facts
  const kept = await tx.$executeRaw`
    INSERT INTO "Participant" AS p (
      id, "conversationId", sid, identity, address, "proxyAddress", type, "roleSid", attributes, "createdAt",
      "updatedAt", "removedAt"
    )
    VALUES (
      ${uuid()}::uuid, ${chat.conversationId}::uuid, ${facts.sid}, ${facts.identity ?? null}, ${bare(facts.address)},
      ${bare(facts.proxyAddress)}, ${typeOf(facts)}, ${facts.roleSid ?? null}, ${facts.attributes ?? null},
      ${facts.createdAt ?? null}::timestamptz, ${updatedAt}::timestamptz, ${facts.removedAt ?? null}::timestamptz
    )
    ON CONFLICT (sid) DO UPDATE
    SET identity = coalesce(excluded.identity, p.identity), address = coalesce(excluded.address, p.address),
      "proxyAddress" = coalesce(excluded."proxyAddress", p."proxyAddress"),
      type = CASE WHEN excluded.address IS NULL THEN p.type ELSE excluded.type END,
      "roleSid" = coalesce(excluded."roleSid", p."roleSid"),
      attributes = coalesce(excluded.attributes, p.attributes),
      "createdAt" = coalesce(p."createdAt", excluded."createdAt"),
      "updatedAt" = greatest(p."updatedAt", excluded."updatedAt"),
      "removedAt" = coalesce(p."removedAt", excluded."removedAt")
    WHERE p."updatedAt" < excluded."updatedAt" OR p."removedAt" IS NULL AND excluded."removedAt" IS NOT NULL`
  if (kept === 0) {
    return 'STALE'
  }
  await nameContact(tx, chat)
  return 'APPLIED'
}
