import { inTransaction } from 'src/lib/database/inTransaction'

import { addDeliveryJob } from './jobs'

/** Makes a delivery of an event for each endpoint that wants it, once, and the job that carries it out. */
export const fanOut = (eventId: string): Promise<void> =>
  inTransaction(async (tx) => {
    const made = await tx.$queryRaw<{ id: string; endpointId: string }[]>`
      INSERT INTO "WebhookDelivery" (id, "eventId", "endpointId", "nextAttemptAt")
      SELECT gen_random_uuid(), event.id, endpoint.id, now()
      FROM "WebhookEvent" event
      JOIN "WebhookEndpoint" endpoint ON endpoint."isEnabled" AND event.type = ANY (endpoint.events)
      WHERE event.id = ${eventId}::uuid
      ON CONFLICT ("eventId", "endpointId") DO NOTHING
      RETURNING id, "endpointId"`
    for (const delivery of made) {
      await addDeliveryJob(tx, delivery)
    }
  })
