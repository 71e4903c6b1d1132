import { logger } from 'src/lib/logger'

import type { LiveEvent } from './events'
import { pubSub } from './pubSub'

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
