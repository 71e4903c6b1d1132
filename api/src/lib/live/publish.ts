import { logger } from 'src/lib/logger'

import type { LiveEvent } from './events'
import type { Beat } from './presence/places'
import { presencePubSub, pubSub } from './pubSub'

/** Tells every screen, after the commit. A failure is logged and fails nothing: the screens catch up by themselves. */
export function publish(...events: LiveEvent[]) {
  for (const event of events) {
    try {
      pubSub.publish('inbox', event)
    } catch (error) {
      logger.error({ error, event }, 'A live event was not published')
    }
  }
}

/** Tells every process where somebody is (see presence/). */
export function publishPresence(beat: Beat) {
  try {
    presencePubSub.publish('presence', beat)
  } catch (error) {
    logger.error({ error }, 'Where somebody is was not published')
  }
}
