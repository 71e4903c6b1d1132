import type { FaultMatch } from '../faults/faults'
import type { PhoneNetwork } from '../network/network'

import { deliverWebhook, type Webhook } from './deliverWebhook'
import type { AttemptResult } from './requestOnce'

/**
 * Delivers a webhook with the faults that strike it.
 *
 * @returns the result of the first copy when all copies are over; null if it was dropped
 */
export async function deliverWithFaults(
  network: PhoneNetwork,
  webhook: Webhook,
  subject: FaultMatch
): Promise<AttemptResult | null> {
  const faults = network.faults.forWebhook(subject)
  const fault = (kind: string) => faults.find((each) => each.kind === kind)
  const about = {
    ...webhook.about,
    fault: faults.map(({ kind }) => kind).join(' ') || null,
  }

  if (fault('drop')) {
    const { type, url, params } = webhook
    network.air.append(type, {
      ...about,
      fault: 'drop',
      url,
      params,
      ok: false,
      final: true,
    })
    return null
  }
  const delay = fault('delay')
  if (delay) {
    const { ms = 0, jitterMs = 0 } = delay
    await network.tasks.wait(ms + network.random.next() * jitterMs)
  }
  const duplicate = fault('duplicate')
  const copies = duplicate ? 1 + (duplicate.copies ?? 1) : 1
  const forged = fault('badSignature') !== undefined
  const [first] = await Promise.all(
    Array.from({ length: copies }, () =>
      deliverWebhook(network, { ...webhook, forged, about })
    )
  )
  return first
}
