import { tellScreens } from 'src/lib/contacts/changeContact'
import { inTransaction } from 'src/lib/database/inTransaction'
import { sql } from 'src/lib/database/sql'
import { deleteFiles } from 'src/lib/privacy/files/deleteFiles'
import {
  type ChangedMessage,
  tellOfMessages,
} from 'src/lib/privacy/tellOfMessages'

/** Messages of one transaction. */
const PIECE = 500

/**
 * Takes out all that is kept of a contact that was erased, in pieces. What is left to do is what still has its text or its
 * number, so it may break off anywhere and be done again, also twice at once.
 */
export async function redactContact(
  contactId: string,
  size = PIECE
): Promise<void> {
  for (;;) {
    const changed = await inTransaction(
      async (tx) => tx.$queryRaw<ChangedMessage[]>`
        SELECT * FROM erase_piece(${contactId}::uuid, ${size}::int)`
    )
    tellOfMessages(changed)
    if (changed.length === 0) {
      break
    }
  }
  await inTransaction(
    async (tx) => tx.$executeRaw`SELECT erase_traces(${contactId}::uuid)`
  )
  await deleteFiles()
  await tellScreens(contactId)
}

/**
 * Gives a job to each erasure that has none and is not done: it failed in a way that nobody foresaw.
 *
 * @returns how many there were
 */
export const sweepErasures = () =>
  sql.$executeRaw`
    SELECT graphile_worker.add_job(
      'redactContact', json_build_object('contactId', e."contactId"), job_key => 'redactContact:' || e."contactId",
      max_attempts => 25
    )
    FROM "Erasure" e
    WHERE e."finishedAt" IS NULL AND e."requestedAt" < now() - interval '5 minutes'
      AND NOT EXISTS (
        SELECT 1 FROM graphile_worker.jobs j
        WHERE j.key = 'redactContact:' || e."contactId" AND j.attempts < j.max_attempts
      )`
