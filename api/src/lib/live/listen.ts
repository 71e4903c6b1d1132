import { filter, pipe } from '@graphql-yoga/subscription'

import type { LiveEvent } from './events'
import { pubSub } from './pubSub'

type Kind = LiveEvent['kind']
type EventOf<K extends Kind> = Extract<LiveEvent, { kind: K }>

/** The events of some kinds, of one conversation or of all, from now on. */
export const listen = <K extends Kind>(
  kinds: readonly K[],
  conversationId?: string | null
) =>
  pipe(
    pubSub.subscribe('inbox'),
    filter(
      (event): event is EventOf<K> =>
        (kinds as readonly Kind[]).includes(event.kind) &&
        (!conversationId || event.conversationId === conversationId)
    )
  )
