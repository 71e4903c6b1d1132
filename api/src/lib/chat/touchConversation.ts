import type { Transaction } from 'src/lib/database/sql'

/** What the screens show of a conversation is another now: its time of change, which a trigger keeps, says so. */
export const touchConversation = (tx: Transaction, conversationId: string) =>
  tx.$executeRaw`UPDATE "Conversation" SET "updatedAt" = now() WHERE id = ${conversationId}::uuid`
