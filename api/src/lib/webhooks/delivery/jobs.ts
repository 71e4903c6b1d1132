import type { Transaction } from 'src/lib/database/sql'

/**
 * Has a worker deliver to an endpoint, in some seconds from now: written in the transaction that writes the delivery,
 * and one for each, so that a later call moves it.
 *
 * An endpoint has a few queues, and so takes a few places of a worker at most: one that never answers must not keep
 * the others waiting.
 */
export const addDeliveryJob = (
  tx: Transaction,
  { id, endpointId }: { id: string; endpointId: string },
  inSeconds = 0
) =>
  tx.$executeRaw`
    SELECT graphile_worker.add_job(
      'deliverWebhook', json_build_object('deliveryId', ${id}::text),
      queue_name => 'webhook:' || ${endpointId}::text || ':' || abs(hashtext(${id}::text) % 4),
      run_at => now() + make_interval(secs => ${inSeconds}),
      job_key => 'deliverWebhook:' || ${id}::text, max_attempts => 25
    )`
