import { until } from '../faults/until'

import type { Fleet } from './fleet'
import { ADDED, INBOX, MOVED, type Subscriber, subscribe } from './subscriber'

/** On a machine that has much else to do. */
const PATIENCE_MS = 90_000

const isCaughtUp = ({ isCaughtUp }: Subscriber) => isCaughtUp()

/** On each API process somebody who listens as a page does, and somebody who listens as a program may. */
export async function subscribeEverybody({ apis, balancer, key }: Fleet) {
  const subscribers = apis.flatMap((own) => {
    const others = apis.filter((api) => api !== own)
    const urls = [own, ...others].map(({ url }) => url as string)
    const name = `on ${own.name}`
    return [
      subscribe(`page ${name}`, [INBOX], urls, balancer.url, key),
      subscribe(`program ${name}`, [ADDED, MOVED], urls, balancer.url, key),
    ]
  })
  await until('everybody listens', async () => subscribers.every(isCaughtUp))
  return subscribers
}

/**
 * Resolves when each of them has opened its streams anew since a moment, and has asked: with the milliseconds that it
 * took the last of them.
 */
export async function resumed(subscribers: Subscriber[], since: number) {
  const hasResumed = (one: Subscriber) =>
    isCaughtUp(one) && one.caughtUp.some((time) => time > since)
  await until(
    `have resumed: ${subscribers.map(({ name }) => name)}`,
    async () => subscribers.every(hasResumed),
    PATIENCE_MS
  )
  const first = ({ caughtUp }: Subscriber) =>
    caughtUp.find((time) => time > since) as number
  return Math.max(...subscribers.map(first)) - since
}
