import type { WebhookDelivery } from '@prisma/client'
import { v7 as uuid } from 'uuid'

import { inTransaction } from 'src/lib/database/inTransaction'
import { db } from 'src/lib/db'

import { findEnabled } from '../endpoints/findEnabled'
import { TEST_EVENT } from '../eventTypes'

import { deliver } from './deliver'
import { addDeliveryJob } from './jobs'

/** When a worker looks after it: whoever sends it now must be done by then, or dead. */
const LOOK_AFTER_SECONDS = 30

const DATA = { message: 'This is a test: nothing has happened.' }

/**
 * Sends an event that tells of nothing to one endpoint, at once.
 *
 * @returns the delivery, with what was answered
 * @throws NOT_FOUND, BAD_USER_INPUT (the endpoint is disabled)
 */
export async function sendTest(endpointId: string): Promise<WebhookDelivery> {
  const [id, eventId] = [uuid(), uuid()]
  await inTransaction(async (tx) => {
    await findEnabled(tx, endpointId)
    await tx.$executeRaw`
      INSERT INTO "WebhookEvent" (id, type, data) VALUES (${eventId}::uuid, ${TEST_EVENT}, ${JSON.stringify(DATA)}::jsonb)`
    await tx.$executeRaw`
      INSERT INTO "WebhookDelivery" (id, "eventId", "endpointId") VALUES (${id}::uuid, ${eventId}::uuid, ${endpointId}::uuid)`
    await addDeliveryJob(tx, { id, endpointId }, LOOK_AFTER_SECONDS)
  })
  await deliver(id)
  return db.webhookDelivery.findUniqueOrThrow({ where: { id } })
}
