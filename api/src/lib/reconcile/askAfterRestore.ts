import { inTransaction } from 'src/lib/database/inTransaction'
import { logger } from 'src/lib/logger'

/**
 * Sees whether this database was restored from a backup, before anything is sent that waits in it: messages that waited
 * then may have been sent since, so Twilio is asked about each of them, and for what came in meanwhile
 * (`note_home` in the migrations). As often as it is asked, by however many processes, it is done once.
 *
 * @param restored it was, also where the database can't tell: a snapshot of the server's disk
 * @returns how many messages Twilio is asked about; null: this is the database that it was
 */
export async function askAfterRestore(
  restored = false
): Promise<number | null> {
  const [{ asked }] = await inTransaction(
    async (tx) =>
      await tx.$queryRaw<{ asked: number | null }[]>`
      SELECT note_home(${restored}::boolean) AS asked`
  )
  if (asked !== null) {
    logger.warn(
      { asked },
      'The database was restored: Twilio is asked about what waits before it is sent'
    )
  }
  return asked
}
