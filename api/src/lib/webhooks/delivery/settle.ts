import type { WebhookDelivery } from '@prisma/client'

import { inTransaction } from 'src/lib/database/inTransaction'
import type { Transaction } from 'src/lib/database/sql'

import { addDeliveryJob } from './jobs'
import type { Answer } from './post'
import { secondsUntilNext } from './schedule'

/** Deliveries in a row that were given up: each was tried for three days. */
const TOO_MANY = 10

/** The receiver says that the endpoint is no more. */
const GONE = 410

type Tried = Pick<WebhookDelivery, 'id' | 'endpointId' | 'attempts'>

const nextOf = ({ attempts }: Tried, { error, status, retryAfter }: Answer) => {
  if (!error) {
    return { status: 'DELIVERED', wait: null }
  }
  const wait = status === GONE ? null : secondsUntilNext(attempts + 1)
  return wait === null
    ? { status: 'FAILED', wait }
    : { status: 'PENDING', wait: Math.max(wait, retryAfter) }
}

const noteSuccess = (tx: Transaction, endpointId: string) =>
  tx.$executeRaw`
    UPDATE "WebhookEndpoint" SET "failedInRow" = 0 WHERE id = ${endpointId}::uuid AND "failedInRow" > 0`

/** @returns why the endpoint gets no more, where that is so */
const whyDisable = (failedInRow: number, { status, error }: Answer) => {
  if (status === GONE) {
    return 'It answered 410: it is gone.'
  }
  return failedInRow >= TOO_MANY
    ? `${failedInRow} events in a row could not be delivered, each for three days. The last time: ${error}`
    : null
}

const noteFailure = async (
  tx: Transaction,
  endpointId: string,
  answer: Answer
) => {
  const [{ failedInRow }] = await tx.$queryRaw<{ failedInRow: number }[]>`
    UPDATE "WebhookEndpoint" SET "failedInRow" = "failedInRow" + 1
    WHERE id = ${endpointId}::uuid RETURNING "failedInRow"`
  const note = whyDisable(failedInRow, answer)
  if (note) {
    await tx.$executeRaw`
      UPDATE "WebhookEndpoint" SET "isEnabled" = false, note = ${note}, "updatedAt" = now()
      WHERE id = ${endpointId}::uuid AND "isEnabled"`
  }
}

/**
 * Keeps what came of an attempt, and has the next one made where it failed; in one commit. An attempt that was made twice
 * at once counts once.
 */
export const settle = (delivery: Tried, answer: Answer): Promise<void> =>
  inTransaction(async (tx) => {
    const { id, endpointId, attempts } = delivery
    const { status, wait } = nextOf(delivery, answer)
    const settled = await tx.$executeRaw`
      UPDATE "WebhookDelivery"
      SET status = ${status}::"WebhookDeliveryStatus", attempts = attempts + 1, "attemptedAt" = now(),
        "nextAttemptAt" = now() + make_interval(secs => ${wait}::float),
        "responseStatus" = ${answer.status}, "responseBody" = ${answer.body}, error = ${answer.error},
        "durationMs" = ${answer.durationMs}
      WHERE id = ${id}::uuid AND status = 'PENDING' AND attempts = ${attempts}`
    if (!settled) {
      return
    }
    if (wait !== null) {
      await addDeliveryJob(tx, delivery, wait)
    } else if (status === 'DELIVERED') {
      await noteSuccess(tx, endpointId)
    } else {
      await noteFailure(tx, endpointId, answer)
    }
  })
