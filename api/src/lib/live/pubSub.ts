import { createRedisEventTarget } from '@graphql-yoga/redis-event-target'
import { createPubSub } from '@graphql-yoga/subscription'
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

/** The one channel of live events: in memory, or through Redis where there are several processes. */
export const pubSub = createPubSub<{ inbox: [LiveEvent] }>(
  config.redisUrl ? { eventTarget: overRedis(config.redisUrl) } : undefined
)
