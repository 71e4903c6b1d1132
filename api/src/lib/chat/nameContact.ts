import type { Transaction } from 'src/lib/database/sql'
import { nameNumber } from 'src/lib/messaging/address'
import { isOwnName } from 'src/lib/twilio/ownUniqueName'

import type { Chat } from './openChat'

interface Named {
  friendlyName: string | null
  uniqueName: string | null
  /** Of those who take part now, in the order in which they came: their identity, or the contact's name. */
  people: { name: string | null; address: string | null }[]
}

const LONGEST_NAME = 500

/** Twilio's name, unless it is none for people; or else of those who take part. */
const nameOf = ({ friendlyName, uniqueName, people }: Named) => {
  const given =
    friendlyName || (uniqueName && !isOwnName(uniqueName) ? uniqueName : null)
  const names = people.map(({ name, address }) => name ?? nameNumber(address))
  return (given ?? names.filter(Boolean).join(', ')).slice(0, LONGEST_NAME)
}

/**
 * Gives the contact that stands for a Twilio conversation its name: Twilio's, or else of those who take part. A name
 * that an operator gave it stays.
 */
export async function nameContact(
  tx: Transaction,
  { conversationId }: Chat
): Promise<void> {
  const [found] = await tx.$queryRaw<Named[]>`
    SELECT t."friendlyName", t."uniqueName", coalesce((
      SELECT json_agg(json_build_object('name', coalesce(p.identity, k.name), 'address', p.address)
        ORDER BY p."createdAt", p.sid)
      FROM "Participant" p LEFT JOIN "Contact" k ON k.address = p.address
      WHERE p."conversationId" = t."conversationId" AND p."removedAt" IS NULL
    ), '[]') AS people
    FROM "TwilioConversation" t WHERE t."conversationId" = ${conversationId}::uuid`
  const name = nameOf(found) || null
  await tx.$executeRaw`
    WITH known AS (
      SELECT "givenName" AS given FROM "TwilioConversation" WHERE "conversationId" = ${conversationId}::uuid
    ),
    noted AS (
      UPDATE "TwilioConversation" SET "givenName" = ${name}::text WHERE "conversationId" = ${conversationId}::uuid
    )
    UPDATE "Contact" k SET name = ${name}::text, "updatedAt" = clock_timestamp()
    FROM known, "Conversation" c
    WHERE c.id = ${conversationId}::uuid AND k.id = c."contactId" AND k.name IS NOT DISTINCT FROM known.given
      AND k.name IS DISTINCT FROM ${name}::text`
}
