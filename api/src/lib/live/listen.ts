import { Repeater } from '@graphql-yoga/subscription'

import type { LiveEvent } from './events'
import { liveEvents, ownEvents } from './pubSub'

type Kind = LiveEvent['kind']
type EventOf<K extends Kind> = Extract<LiveEvent, { kind: K }>

/**
 * The events of some kinds, of one conversation or of all, from now on. What a stream does not hear costs it nothing.
 * It ends for who takes no event while a thousand come (RepeaterOverflowError, which would else end the process): such
 * a one connects again and asks for what was missed.
 */
export const listen = <K extends Kind>(
  kinds: readonly K[],
  conversationId?: string | null
) => {
  const concerns = (event: LiveEvent): event is EventOf<K> =>
    (kinds as readonly Kind[]).includes(event.kind) &&
    (!conversationId ||
      ('conversationId' in event && event.conversationId === conversationId))

  return new Repeater<EventOf<K>>(async (push, stop) => {
    const hear = ({ detail: event }: { detail: LiveEvent }) => {
      if (!concerns(event)) {
        return
      }
      try {
        void push(event)
      } catch {
        stop()
      }
    }
    liveEvents.addEventListener('inbox', hear)
    ownEvents.addEventListener('inbox', hear)
    await stop
    liveEvents.removeEventListener('inbox', hear)
    ownEvents.removeEventListener('inbox', hear)
  })
}
