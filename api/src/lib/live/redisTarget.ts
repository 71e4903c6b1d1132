import { randomUUID } from 'node:crypto'

import { createRedisEventTarget } from '@graphql-yoga/redis-event-target'
import { Redis } from 'ioredis'

import { logger } from 'src/lib/logger'

/** How often it is looked whether what is published comes back; a Redis that stands still breaks no connection. */
const PULSE_MS = 5_000

interface Channels {
  /** Heard from the start on, whether or not anybody listens yet. */
  heard: readonly string[]
  /** The subscription holds, for the first time or again: what was published before did not come. */
  onSubscribed: () => void
  /** This was not published, or perhaps not. */
  onUntold: (channel: string, message: string) => void
  /** Redis takes what is published, for the first time or again. */
  onReady: () => void
}

/**
 * Publishes and hears through Redis, and knows where something may have been lost: Redis keeps nothing for who is away
 * (https://redis.io/docs/latest/develop/pubsub/#delivery-semantics).
 */
export function createRedisTarget(
  url: string,
  { heard, onSubscribed, onUntold, onReady }: Channels
) {
  let isAway = false
  const noteAway = (error: unknown) => {
    if (!isAway) {
      isAway = true
      logger.error(
        { error },
        'Redis is away: live events reach this process only'
      )
    }
  }
  // Nothing waits for a Redis that is away: what was not published is known at once, and what follows from it.
  const publishClient = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
  }).on('error', noteAway)
  const subscribeClient = new Redis(url, {
    autoResubscribe: false,
    maxRetriesPerRequest: null,
  }).on('error', noteAway)

  const underWay = new Set<Promise<unknown>>()
  const send = publishClient.publish.bind(publishClient)
  publishClient.publish = ((channel: string, message: string) => {
    const sent = send(channel, message).catch((error: unknown) => {
      noteAway(error)
      onUntold(channel, message)
      return 0
    })
    underWay.add(sent)
    void sent.finally(() => underWay.delete(sent))
    return sent
  }) as typeof publishClient.publish

  const pulse = `pulse:${randomUUID()}`
  let isBeating = true

  const subscribe = async () => {
    try {
      await subscribeClient.subscribe(...heard, pulse)
      isBeating = true
      onSubscribed()
    } catch {
      // The connection broke again, and will be ready again.
    }
  }
  subscribeClient.on('ready', () => void subscribe())
  subscribeClient.on('message', (channel) => {
    isBeating ||= channel === pulse
  })
  const noteReady = () => {
    if (isAway) {
      isAway = false
      logger.info('Redis is there')
    }
    onReady()
  }
  publishClient.on('ready', noteReady)

  const beat = () => {
    if (!isBeating) {
      for (const client of [publishClient, subscribeClient]) {
        // One that is on its way already needs no push.
        if (['ready', 'connect'].includes(client.status)) {
          client.disconnect(true)
        }
      }
    } else if (publishClient.status === 'ready') {
      // Redis may also refuse, and keep the connection.
      noteReady()
    }
    isBeating = false
    send(pulse, '').catch(() => {})
  }
  setInterval(beat, PULSE_MS).unref()

  const target = createRedisEventTarget({ publishClient, subscribeClient })
  // It would end a subscription with the last who listens.
  heard.forEach((channel) => target.addEventListener(channel, () => {}))

  return {
    target,
    ping: async () => {
      // What is asked of one that is away waits until it is back.
      if (publishClient.status !== 'ready') {
        throw new Error('Redis is away')
      }
      await publishClient.ping()
    },
    /** Resolves when all that was published is with Redis, or is known not to be. */
    told: async () => {
      await Promise.all(underWay)
    },
  }
}
