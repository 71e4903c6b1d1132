import { setMaxListeners } from 'node:events'

import { createRedisEventTarget } from '@graphql-yoga/redis-event-target'
import {
  createPubSub,
  type PubSubEventTarget,
} from '@graphql-yoga/subscription'
import { Redis } from 'ioredis'

import { config } from 'src/lib/config/config'
import { logger } from 'src/lib/logger'

import type { LiveEvent } from './events'
import type { Beat } from './presence/places'

const overRedis = (url: string) => {
  const connect = () =>
    new Redis(url).on('error', (error) => {
      logger.error(
        { error },
        'Redis is away: live events reach this process only'
      )
    })
  const publishClient = connect()
  const publish = publishClient.publish.bind(publishClient)
  // Live is an extra: a publish that Redis refuses must not become an unhandled rejection.
  publishClient.publish = ((channel: string, message: string) =>
    publish(channel, message).catch((error: unknown) => {
      logger.error({ error }, 'A live event was not published')
      return 0
    })) as typeof publishClient.publish
  const ping = async () => {
    // What is asked of one that is away waits until it is back.
    if (publishClient.status !== 'ready') {
      throw new Error('Redis is away')
    }
    await publishClient.ping()
  }
  const subscribeClient = connect()
  return {
    ping,
    target: createRedisEventTarget({ publishClient, subscribeClient }),
  }
}

type Inbox = { inbox: [LiveEvent] }
type Presence = { presence: [Beat] }

const inMemory = <Channels extends Inbox | Presence>() => {
  const target = new EventTarget() as PubSubEventTarget<Channels>
  // One for each live stream, of which there may be hundreds.
  setMaxListeners(0, target)
  return target
}

const redis = config.redisUrl ? overRedis(config.redisUrl) : null

/** Resolves if Redis answers; null where there is none. */
export const pingRedis = redis && redis.ping

/** Where live events arrive: in memory, or through Redis where there are several processes. */
export const liveEvents: PubSubEventTarget<Inbox> = redis?.target ?? inMemory()

/** The same connections, for where people are. */
export const beats = liveEvents as unknown as PubSubEventTarget<Presence>

/** The one channel of live events. */
export const pubSub = createPubSub<Inbox>({ eventTarget: liveEvents })

/** The one channel of where people are. */
export const presencePubSub = createPubSub<Presence>({ eventTarget: beats })

/** Where arrives what each process finds out by itself. */
export const ownEvents = inMemory<Inbox>()

/** For what is told to this process' own listeners only. */
export const here = createPubSub<Inbox>({ eventTarget: ownEvents })
