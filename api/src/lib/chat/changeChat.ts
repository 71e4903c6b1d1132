import { inTransaction } from 'src/lib/database/inTransaction'
import type { Transaction } from 'src/lib/database/sql'
import type { LiveEvent } from 'src/lib/live/events'
import { publish } from 'src/lib/live/publish'
import { writtenEntries } from 'src/lib/thread/writtenEntries'

/** Twilio waits 5 s for an answer about a conversation; a statement that takes longer must have failed before. */
const PATIENCE = '4s'

/**
 * Changes what we know of one Twilio conversation, and tells the screens after the commit. Changes of the same one come
 * one after the other, so that each can look before it writes; also while it has no row yet.
 *
 * @param sid CH…
 * @param work says what the screens are to be told
 */
export async function changeChat(
  sid: string,
  work: (tx: Transaction) => Promise<LiveEvent[]>
): Promise<void> {
  const news = await inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('statement_timeout', ${PATIENCE}, true)`
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sid}, 1))`
    return [...(await work(tx)), ...(await writtenEntries(tx))]
  })
  publish(...news)
}
