import { tellScreens } from 'src/lib/contacts/changeContact'
import { inTransaction } from 'src/lib/database/inTransaction'
import { sql, type Transaction } from 'src/lib/database/sql'
import { deleteFiles } from 'src/lib/privacy/files/deleteFiles'
import {
  type Changed,
  tellOfEntries,
  tellOfMessages,
} from 'src/lib/privacy/tellOfChanges'

/** Messages of one transaction. */
const PIECE = 500

/** What screens show of a contact beyond the messages of its own conversations. */
interface Trace extends Changed {
  what: 'entry' | 'message'
}

/** What `erase_traces` is about to change: notes, and what it said and did in conversations of several. */
const findTraces = (tx: Transaction, contactId: string) => tx.$queryRaw<
  Trace[]
>`
  SELECT 'entry' AS what, t.id, t."conversationId"
  FROM "ThreadEntry" t JOIN "Conversation" c ON c.id = t."conversationId"
  WHERE c."contactId" = ${contactId}::uuid AND (t.body IS NOT NULL OR t.participant IS NOT NULL)
  UNION
  SELECT 'entry', t.id, t."conversationId"
  FROM "Erasure" e JOIN "Participant" p ON p.address = e.address
    JOIN "ThreadEntry" t ON t."conversationId" = p."conversationId" AND t.participant = e.address
  WHERE e."contactId" = ${contactId}::uuid
  UNION
  SELECT 'message', m.id, m."conversationId"
  FROM "Erasure" e JOIN "Participant" p ON p.address = e.address
    JOIN "Message" m ON m."conversationId" = p."conversationId" AND m.author = e.address
  WHERE e."contactId" = ${contactId}::uuid`

const eraseTraces = async (contactId: string, signal?: AbortSignal) => {
  const traces = await inTransaction(async (tx) => {
    const found = await findTraces(tx, contactId)
    await tx.$executeRaw`SELECT erase_traces(${contactId}::uuid)`
    return found
  })
  const of = (kind: Trace['what']) => traces.filter(({ what }) => what === kind)
  await tellOfMessages(of('message'), signal)
  await tellOfEntries(of('entry'), signal)
}

/**
 * Takes out all that is kept of a contact that was erased, in pieces. What is left to do is what still has its text or its
 * number, so it may break off anywhere and be done again, also twice at once.
 */
export async function redactContact(
  contactId: string,
  { size = PIECE, signal }: { size?: number; signal?: AbortSignal } = {}
): Promise<void> {
  for (;;) {
    const changed = await inTransaction(
      async (tx) => tx.$queryRaw<Changed[]>`
        SELECT * FROM erase_piece(${contactId}::uuid, ${size}::int)`
    )
    await tellOfMessages(changed, signal)
    if (changed.length === 0) {
      break
    }
  }
  await eraseTraces(contactId, signal)
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
