import type { Transaction } from 'src/lib/database/sql'

import type { Chat } from './openChat'

/**
 * Gives the contact that stands for a Twilio conversation its name: Twilio's, or else of those who take part. A name
 * that an operator gave it stays.
 */
export const nameContact = (tx: Transaction, { conversationId }: Chat) =>
  tx.$executeRaw`
    WITH wanted AS (
      SELECT t."conversationId", t."givenName" AS given, left(coalesce(
        nullif(t."friendlyName", ''), nullif(t."uniqueName", ''),
        (SELECT string_agg(coalesce(p.identity, p.address), ', ' ORDER BY p."createdAt", p.sid)
          FROM "Participant" p WHERE p."conversationId" = t."conversationId" AND p."removedAt" IS NULL)
      ), 500) AS name
      FROM "TwilioConversation" t WHERE t."conversationId" = ${conversationId}::uuid
    ),
    noted AS (
      UPDATE "TwilioConversation" t SET "givenName" = w.name FROM wanted w WHERE t."conversationId" = w."conversationId"
    )
    UPDATE "Contact" k SET name = w.name, "updatedAt" = clock_timestamp()
    FROM wanted w JOIN "Conversation" c ON c.id = w."conversationId"
    WHERE k.id = c."contactId" AND k.name IS NOT DISTINCT FROM w.given AND k.name IS DISTINCT FROM w.name`
