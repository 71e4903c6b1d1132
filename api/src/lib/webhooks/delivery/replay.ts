import type { WebhookDelivery } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { inTransaction } from 'src/lib/database/inTransaction'
import type { Transaction } from 'src/lib/database/sql'
import { NotFoundError } from 'src/lib/errors'

import { findEnabled } from '../endpoints/findEnabled'

import { addDeliveryJob } from './jobs'

/** As many as are replayed at once; the rest at the next word. */
const MOST = 1_000

const begin = async (
  tx: Transaction,
  deliveries: Pick<WebhookDelivery, 'id' | 'endpointId'>[]
) => {
  await tx.$executeRaw`
    UPDATE "WebhookDelivery" SET status = 'PENDING', attempts = 0, "nextAttemptAt" = now()
    WHERE id = ANY (${deliveries.map(({ id }) => id)}::uuid[])`
  for (const delivery of deliveries) {
    await addDeliveryJob(tx, delivery)
  }
}

/**
 * Sends an event to its endpoint again, from the beginning of its schedule, whatever became of it before: with the same
 * `webhook-id`, so that a receiver that has it knows.
 *
 * @throws NOT_FOUND, BAD_USER_INPUT (the endpoint is disabled)
 */
export const replay = (deliveryId: string): Promise<WebhookDelivery> =>
  inTransaction(async (tx) => {
    const [delivery] = isUuid(deliveryId)
      ? await tx.$queryRaw<WebhookDelivery[]>`
          SELECT * FROM "WebhookDelivery" WHERE id = ${deliveryId}::uuid FOR UPDATE`
      : []
    if (!delivery) {
      throw new NotFoundError('webhook delivery')
    }
    await findEnabled(tx, delivery.endpointId)
    await begin(tx, [delivery])
    const [begun] = await tx.$queryRaw<WebhookDelivery[]>`
      SELECT * FROM "WebhookDelivery" WHERE id = ${deliveryId}::uuid`
    return begun
  })

/**
 * Replays the deliveries of an endpoint that were given up, the oldest first.
 *
 * @returns how many; a thousand at most
 * @throws NOT_FOUND, BAD_USER_INPUT (the endpoint is disabled)
 */
export const replayFailed = (endpointId: string): Promise<number> =>
  inTransaction(async (tx) => {
    await findEnabled(tx, endpointId)
    const failed = await tx.$queryRaw<WebhookDelivery[]>`
      SELECT * FROM "WebhookDelivery" WHERE "endpointId" = ${endpointId}::uuid AND status = 'FAILED'
      ORDER BY "createdAt", id LIMIT ${MOST} FOR UPDATE`
    await begin(tx, failed)
    return failed.length
  })
