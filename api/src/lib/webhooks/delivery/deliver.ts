import { db } from 'src/lib/db'
import { logger } from 'src/lib/logger'

import { payloadOf } from './payload'
import { post } from './post'
import { settle } from './settle'
import { signedHeaders } from './signedHeaders'

/** What was to go to an endpoint that was disabled meanwhile is kept, for a replay. */
const giveUp = (id: string) =>
  db.webhookDelivery.updateMany({
    where: { id, status: 'PENDING' },
    data: {
      status: 'FAILED',
      nextAttemptAt: null,
      error: 'The endpoint is disabled.',
    },
  })

/**
 * Tries to deliver an event to an endpoint, and keeps what came of it. A process that dies in between has it tried once
 * more: a receiver knows a repetition by its `webhook-id`.
 */
export async function deliver(deliveryId: string): Promise<void> {
  const delivery = await db.webhookDelivery.findUnique({
    where: { id: deliveryId },
    include: { event: true, endpoint: true },
  })
  if (delivery?.status !== 'PENDING') {
    return
  }
  const { event, endpoint } = delivery
  if (!endpoint.isEnabled) {
    await giveUp(deliveryId)
    return
  }
  const body = await payloadOf(event, endpoint)
  const headers = signedHeaders(endpoint, event.id, body, new Date())
  const answer = await post(endpoint.url, body, headers)
  await settle(delivery, answer)
  logger.info(
    {
      deliveryId,
      eventId: event.id,
      type: event.type,
      status: answer.status,
      durationMs: answer.durationMs,
    },
    'Webhook attempted'
  )
}
