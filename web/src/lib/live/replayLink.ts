import { ApolloLink, Observable } from '@apollo/client'

import type { EventLog } from './eventLog'

/** Applies to each answer the events that came while it was under way (see eventLog), and that it can take back. */
export const createReplayLink = <E>(
  log: EventLog<E>,
  apply: (event: E) => void,
  canTakeBack: (answer: object, event: E) => boolean
) =>
  new ApolloLink(
    (operation, forward) =>
      new Observable((observer) => {
        const close = log.open()
        const subscription = forward(operation).subscribe({
          next(result) {
            const missed = close().filter((event) =>
              canTakeBack(result.data ?? {}, event)
            )
            observer.next(result)
            if (missed.length > 0) {
              // Apollo writes the answer in a later microtask; these belong on top of it.
              setTimeout(() => missed.forEach(apply))
            }
          },
          error(error) {
            close()
            observer.error(error)
          },
          complete: () => observer.complete(),
        })
        return () => {
          close()
          subscription.unsubscribe()
        }
      })
  )
