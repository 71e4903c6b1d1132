import type { Message } from '@prisma/client'

import { config } from 'src/lib/config/config'
import { setConsent } from 'src/lib/consent/setConsent'
import { inTransaction } from 'src/lib/database/inTransaction'
import type { Transaction } from 'src/lib/database/sql'
import { recordStatusReports } from 'src/lib/delivery/recordStatusReports'
import { logger } from 'src/lib/logger'
import { OPTED_OUT_CODE } from 'src/lib/messaging/consentWords'

import { apiReport } from './apiReport'
import { secondsUntilConfirm, secondsUntilRetry } from './backoff'
import type { Claim } from './claimMessage'
import { untilDeadline } from './deadline'
import { addConfirmJob, addSendJob, removeSendJob } from './jobs'
import type { Outcome } from './outcome'
import { settleAccepted } from './settleAccepted'

/** Locks the row too. An attempt that was given up for lost says nothing of a later one, which may have got through. */
const isLatest = async (tx: Transaction, { message, attempt }: Claim) => {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Message" WHERE id = ${message.id}::uuid AND attempt = ${attempt} AND sid IS NULL FOR UPDATE`
  return rows.length > 0
}

const keepRefused = async (
  tx: Transaction,
  claim: Claim,
  { errorCode, errorDetail }: Extract<Outcome, { kind: 'refused' }>
) => {
  if (!(await isLatest(tx, claim))) {
    return
  }
  const { id } = claim.message
  const refusal = { sid: null, status: 'FAILED', errorCode, errorDetail }
  await recordStatusReports([apiReport(id, refusal)], tx)
  await tx.$executeRaw`UPDATE "Message" SET "claimedUntil" = NULL WHERE id = ${id}::uuid`
  await removeSendJob(tx, id)
  if (errorCode === OPTED_OUT_CODE) {
    await setConsent(tx, claim.message.conversationId, {
      allowed: false,
      source: 'REFUSAL',
    })
  }
}

/** Only while the lease is ours and nobody else has learned better, such as a callback that was quicker. */
const release = (
  tx: Transaction,
  { message, attempt }: Claim,
  status: 'PENDING' | 'SCHEDULED' | 'UNCONFIRMED',
  reason: string
) =>
  tx.$executeRaw`
    UPDATE "Message"
    SET status = ${status}::"MessageStatus", "claimedUntil" = NULL, "errorDetail" = ${reason},
      "updatedAt" = greatest(clock_timestamp(), "updatedAt" + interval '1 millisecond')
    WHERE id = ${message.id}::uuid AND attempt = ${attempt} AND status = 'PENDING' AND sid IS NULL
      AND "claimedUntil" IS NOT NULL`

const keep = async (
  tx: Transaction,
  claim: Claim,
  outcome: Exclude<Outcome, { kind: 'accepted' }>
) => {
  switch (outcome.kind) {
    case 'refused':
      return keepRefused(tx, claim, outcome)
    case 'notProcessed': {
      const { at, reason } = outcome
      const status = at ? 'SCHEDULED' : 'PENDING'
      if (await release(tx, claim, status, reason)) {
        const inSeconds = secondsUntilRetry(claim.attempt)
        await addSendJob(tx, claim.message.id, { at, inSeconds })
      }
      return
    }
    case 'unknown':
      if (await release(tx, claim, 'UNCONFIRMED', outcome.reason)) {
        const inSeconds = secondsUntilConfirm(
          claim.attempt,
          untilDeadline(claim.message, new Date()) / 1000
        )
        await addConfirmJob(tx, claim.message.id, inSeconds)
        await removeSendJob(tx, claim.message.id)
      }
      return
  }
}

/**
 * The message that Twilio took is another row's by now, one that looks the same and whose outcome was unknown: then this
 * row's outcome is what that one's was.
 */
const takeOver = (id: string) =>
  inTransaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE "Message"
      SET status = 'UNCONFIRMED', "errorDetail" = 'its answer was taken for that of a message that looks the same',
        "updatedAt" = greatest(clock_timestamp(), "updatedAt" + interval '1 millisecond')
      WHERE id = ${id}::uuid AND status = 'PENDING' AND sid IS NULL`
    if (changed) {
      await addConfirmJob(tx, id, config.reconcileUnconfirmedSeconds)
    }
  })

const keepAccepted = async (
  id: string,
  created: Extract<Outcome, { kind: 'accepted' }>['created']
) => {
  const message = await settleAccepted(id, created)
  if (message.sid !== null) {
    return message
  }
  await takeOver(id)
  return null
}

/**
 * Writes what came of an attempt: the row, its event and its job, in one commit.
 *
 * @returns the message as it is then, where Twilio took it
 */
export async function settle(
  claim: Claim,
  outcome: Outcome
): Promise<Message | null> {
  const { id: messageId } = claim.message
  const settled =
    outcome.kind === 'accepted'
      ? await keepAccepted(messageId, outcome.created)
      : null
  if (outcome.kind !== 'accepted') {
    await inTransaction((tx) => keep(tx, claim, outcome))
  }
  const { attempt } = claim
  logger.info({ messageId, attempt, outcome: outcome.kind }, 'Attempt settled')
  return settled
}
