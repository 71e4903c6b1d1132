import type { ConsentSource } from '@prisma/client'
import { v7 as uuid } from 'uuid'

import type { Transaction } from 'src/lib/database/sql'

/**
 * Writes into the ledger whether a conversation's contact may be written to. What is known already is not written again.
 *
 * @returns whether it is news
 */
export async function setConsent(
  tx: Transaction,
  conversationId: string,
  allowed: boolean,
  source: ConsentSource
): Promise<boolean> {
  const news = await tx.$executeRaw`
    UPDATE "Conversation"
    SET "optedOutAt" = CASE WHEN ${allowed} THEN NULL ELSE now() END,
      "optOutSource" = CASE WHEN ${allowed} THEN NULL ELSE ${source}::"ConsentSource" END
    WHERE id = ${conversationId}::uuid AND ("optedOutAt" IS NULL) <> ${allowed}`
  if (news) {
    await tx.$executeRaw`
      INSERT INTO "ConsentEvent" (id, "conversationId", allowed, source)
      VALUES (${uuid()}::uuid, ${conversationId}::uuid, ${allowed}, ${source}::"ConsentSource")`
  }
  return news > 0
}
