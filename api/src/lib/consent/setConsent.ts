import type { ConsentSource } from '@prisma/client'
import { v7 as uuid } from 'uuid'

import type { Transaction } from 'src/lib/database/sql'

/** An entry of the ledger, and how we know. */
export interface ConsentEntry {
  /** Null: the contact asked for help, which changes nothing. */
  allowed: boolean | null
  source: ConsentSource
  /** What the contact wrote, and the message that it is. */
  word?: string | null
  messageId?: string
  /** Who said so, where the source is OPERATOR, and why. */
  userId?: string
  apiKeyId?: string
  note?: string | null
  /** It is kept also where it changes nothing. */
  explicit?: boolean
}

/**
 * Writes into the ledger whether a conversation's contact may be written to. What is known already is not written again,
 * unless it was said in so many words.
 *
 * @returns whether it is news
 */
export async function setConsent(
  tx: Transaction,
  conversationId: string,
  {
    allowed,
    source,
    word,
    messageId,
    userId,
    apiKeyId,
    note,
    explicit,
  }: ConsentEntry
): Promise<boolean> {
  const news =
    allowed === null
      ? 1
      : await tx.$executeRaw`
    UPDATE "Conversation"
    SET "optedOutAt" = CASE WHEN ${allowed} THEN NULL ELSE now() END,
      "optOutSource" = CASE WHEN ${allowed} THEN NULL ELSE ${source}::"ConsentSource" END
    WHERE id = ${conversationId}::uuid AND ("optedOutAt" IS NULL) <> ${allowed}`
  if (news || explicit) {
    await tx.$executeRaw`
      INSERT INTO "ConsentEvent" (
        id, "conversationId", allowed, source, word, "messageId", "userId", "apiKeyId", note
      )
      VALUES (
        ${uuid()}::uuid, ${conversationId}::uuid, ${allowed}, ${source}::"ConsentSource", ${word ?? null},
        ${messageId ?? null}::uuid, ${userId ?? null}::uuid, ${apiKeyId ?? null}::uuid, ${note ?? null}
      )`
  }
  return news > 0
}
