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
  return createRedisEventTarget({ publishClient, subscribeClient: connect() })
}

const inMemory = () => {
  const target = new EventTarget() as PubSubEventTarget<Channels>
  // One for each live stream, of which there may be hundreds.
  setMaxListeners(0, target)
  return target
}

type Channels = { inbox: [LiveEvent] }

/** Where live events arrive: in memory, or through Redis where there are several processes. */
export const liveEvents: PubSubEventTarget<Channels> = config.redisUrl
  ? overRedis(config.redisUrl)
  : inMemory()

/** The one channel of live events. */
export const pubSub = createPubSub<Channels>({ eventTarget: liveEvents })
