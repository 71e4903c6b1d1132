import { setMaxListeners } from 'node:events'

import {
  createPubSub,
  type PubSubEventTarget,
} from '@graphql-yoga/subscription'

import { config } from 'src/lib/config/config'

import type { LiveEvent } from './events'
import type { Beat } from './presence/places'
import { createRedisTarget } from './redisTarget'

type Inbox = { inbox: [LiveEvent] }
type Presence = { presence: [Beat] }

const inMemory = <Channels extends Inbox | Presence>() => {
  const target = new EventTarget() as PubSubEventTarget<Channels>
  // One for each live stream, of which there may be hundreds.
  setMaxListeners(0, target)
  return target
}

/** Where arrives what each process finds out by itself. */
export const ownEvents = inMemory<Inbox>()

/** For what is told to this process' own listeners only. */
export const here = createPubSub<Inbox>({ eventTarget: ownEvents })

const missed: LiveEvent = { kind: 'missed' }

/** Something was not told to the others. */
let isOwing = false

const overRedis = (url: string) =>
  createRedisTarget(url, {
    heard: ['inbox', 'presence'],
    onSubscribed: () => here.publish('inbox', missed),
    onUntold: (channel, message) => {
      if (channel === 'inbox') {
        isOwing = true
        here.publish('inbox', JSON.parse(message))
      }
    },
    onReady: () => {
      if (isOwing) {
        isOwing = false
        pubSub.publish('inbox', missed)
      }
    },
  })

const redis = config.redisUrl ? overRedis(config.redisUrl) : null

/** Resolves if Redis answers; null where there is none. */
export const pingRedis = redis && redis.ping

/** Resolves when all that was published is told, or never will be. */
export const told = async () => redis?.told()

/** Where live events arrive: in memory, or through Redis where there are several processes. */
export const liveEvents: PubSubEventTarget<Inbox> = redis?.target ?? inMemory()

/** The same connections, for where people are. */
export const beats = liveEvents as unknown as PubSubEventTarget<Presence>

/** The one channel of live events. */
export const pubSub = createPubSub<Inbox>({ eventTarget: liveEvents })

/** The one channel of where people are. */
export const presencePubSub = createPubSub<Presence>({ eventTarget: beats })
