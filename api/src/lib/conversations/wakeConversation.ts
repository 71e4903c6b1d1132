import { inTransaction } from 'src/lib/database/inTransaction'
import { publish } from 'src/lib/live/publish'
import { writtenEntries } from 'src/lib/thread/writtenEntries'

/** Opens a conversation whose time has come, and tells every screen; one that is to sleep longer meanwhile, sleeps on. */
export async function wakeConversation(conversationId: string) {
  const entries = await inTransaction(async (tx) => {
    const woken = await tx.$executeRaw`
      UPDATE "Conversation" SET status = 'OPEN'
      WHERE id = ${conversationId}::uuid AND "snoozedUntil" <= clock_timestamp()`
    return woken > 0 ? writtenEntries(tx) : null
  })
  if (entries) {
    publish(
      { kind: 'conversationChanged', conversationId, isNew: false },
      ...entries
    )
  }
}
