import { config } from 'src/lib/config/config'
import { inTransaction } from 'src/lib/database/inTransaction'
import type { Transaction } from 'src/lib/database/sql'
import { db } from 'src/lib/db'
import { recordStatusReports } from 'src/lib/delivery/recordStatusReports'
import { publish } from 'src/lib/live/publish'
import { logger } from 'src/lib/logger'
import { addConfirmJob, addSendJob } from 'src/lib/outbound/jobs'

import { findAtTwilio } from './findAtTwilio'
import { toReport } from './toReport'

/** Twilio's list may lag behind its creates: only who is missing twice, some time apart, was never there. */
const PROOF_OF_ABSENCE = 2

/** Counts a look-up that found nothing; after enough of them the message waits to be sent again. */
const noteAbsence = (tx: Transaction, id: string) =>
  tx.$queryRaw<{ status: string }[]>`
    UPDATE "Message"
    SET lookups = CASE WHEN lookups + 1 < ${PROOF_OF_ABSENCE} THEN lookups + 1 ELSE 0 END,
      status = (CASE WHEN lookups + 1 < ${PROOF_OF_ABSENCE} THEN 'UNCONFIRMED' ELSE 'PENDING' END)::"MessageStatus",
      "updatedAt" = greatest(clock_timestamp(), "updatedAt" + interval '1 millisecond')
    WHERE id = ${id}::uuid AND status = 'UNCONFIRMED' AND sid IS NULL
    RETURNING status`

/**
 * Asks Twilio about a message whose outcome is unknown, and writes what it learns: Twilio's own SID and status, or that
 * Twilio does not have it, so that it is sent again.
 *
 * @throws when Twilio can't be asked: the job comes again
 */
export async function confirmMessage(id: string): Promise<void> {
  const message = await db.message.findUnique({ where: { id } })
  if (message?.status !== 'UNCONFIRMED' || message.sid) {
    return
  }
  const attemptedAt = message.attemptedAt ?? message.createdAt
  const found = await findAtTwilio({ ...message, attemptedAt })
  if (found) {
    await recordStatusReports([toReport(found, id)])
  } else {
    await inTransaction(async (tx) => {
      const [row] = await noteAbsence(tx, id)
      if (row?.status === 'PENDING') {
        await addSendJob(tx, id, { inSeconds: 0 })
      } else if (row) {
        const inSeconds = config.reconcileUnconfirmedSeconds
        await addConfirmJob(tx, id, inSeconds)
      }
    })
  }
  logger.info({ messageId: id, sid: found?.sid }, 'Unknown outcome looked up')
  const { conversationId } = message
  publish({ kind: 'messageStatusChanged', messageId: id, conversationId })
}
