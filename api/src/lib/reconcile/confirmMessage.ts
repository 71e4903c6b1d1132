import type { Message } from '@prisma/client'

import { config } from 'src/lib/config/config'
import { inTransaction } from 'src/lib/database/inTransaction'
import { sql, type Transaction } from 'src/lib/database/sql'
import { db } from 'src/lib/db'
import { recordStatusReport } from 'src/lib/inbound/recordStatusReport'
import { publish } from 'src/lib/live/publish'
import { logger } from 'src/lib/logger'
import { addConfirmJob, addSendJob } from 'src/lib/outbound/jobs'

import { type Finding, findAtTwilio } from './findAtTwilio'
import { toReport, type TwilioState } from './toReport'

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

/** Asks again after the usual while: it counts for nothing. */
const askAgain = (id: string) =>
  addConfirmJob(sql, id, config.reconcileUnconfirmedSeconds)

const settleAbsence = (id: string) =>
  inTransaction(async (tx) => {
    const [row] = await noteAbsence(tx, id)
    if (row?.status === 'PENDING') {
      await addSendJob(tx, id, { inSeconds: 0 })
    } else if (row) {
      const inSeconds = config.reconcileUnconfirmedSeconds
      await addConfirmJob(tx, id, inSeconds)
    }
  })

/** The SID may have become another row's in the meantime: then this row's outcome is as unknown as before. */
const settleFinding = async (id: string, state: TwilioState) => {
  const { messageId } = await recordStatusReport(toReport(state, id))
  if (messageId !== id) {
    await askAgain(id)
  }
}

/** @returns null where Twilio can't be asked: an outage must not slow down what comes after it */
const ask = async (message: Message): Promise<Finding | null> => {
  const attemptedAt = message.attemptedAt ?? message.createdAt
  try {
    return await findAtTwilio({ ...message, attemptedAt })
  } catch (error) {
    logger.warn({ error, messageId: message.id }, 'Twilio could not be asked')
    return null
  }
}

/**
 * Asks Twilio about a message whose outcome is unknown, and writes what it learns: Twilio's own SID and status, or that
 * Twilio does not have it, so that it is sent again. Where nothing can be learned now, it is asked again.
 */
export async function confirmMessage(id: string): Promise<void> {
  const message = await db.message.findUnique({ where: { id } })
  if (message?.status !== 'UNCONFIRMED' || message.sid) {
    return
  }
  const finding = await ask(message)
  if (finding?.kind === 'found') {
    await settleFinding(id, finding.state)
  } else if (finding?.kind === 'absent') {
    await settleAbsence(id)
  } else {
    await askAgain(id)
  }
  logger.info({ messageId: id, finding: finding?.kind }, 'Outcome looked up')
  const { conversationId } = message
  publish({ kind: 'messageStatusChanged', messageId: id, conversationId })
}
