import type { Transaction } from 'src/lib/database/sql'

import type { Chat } from './openChat'

/**
 * Twilio was asked for all of a conversation.
 *
 * @param at when it was asked
 * @param silent something was there that nobody had told us of
 */
export const noteCompared = (
  tx: Transaction,
  { conversationId }: Chat,
  at: Date,
  silent = false
) =>
  tx.$executeRaw`
    UPDATE "TwilioConversation"
    SET "comparedAt" = greatest("comparedAt", ${at}::timestamptz),
      "silentAt" = CASE WHEN ${silent}::boolean THEN now() ELSE "silentAt" END
    WHERE "conversationId" = ${conversationId}::uuid`
