import { ApolloLink, Observable } from '@apollo/client'
import type { FetchResult, Operation } from '@apollo/client'
import { print } from 'graphql'

import { LiveLink } from '../liveLink'
import type { LiveLinkOptions } from '../liveLink'
import { waitToRetry } from '../waitToRetry'

import { shareStream } from './shareStream'

/** Plain http that is not localhost has no locks. */
const canShare = () =>
  typeof BroadcastChannel !== 'undefined' && !!navigator.locks

/** FNV-1a: tells apart the few documents that a page and its newer version may ask with. */
const shortOf = (text: string) =>
  [...text]
    .reduce((hash, char) => {
      return Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0
    }, 0x811c9dc5)
    .toString(36)

/**
 * Subscriptions of which all tabs of a browser share one connection (see shareStream).
 *
 * They share by the context's `userId`: who asks without one, and a browser without locks, has a stream of its own. Tabs
 * that ask something else, as before and after an update of the page, do not share either.
 */
export class SharedLink extends ApolloLink {
  constructor(private options: LiveLinkOptions) {
    super()
  }

  request(operation: Operation): Observable<FetchResult> {
    const { userId } = operation.getContext() as { userId?: string }
    if (!userId || !canShare()) {
      return new LiveLink(this.options).request(operation)
    }
    const name = `heliograph.live.${userId}.${shortOf(print(operation.query))}`
    return new Observable((observer) => {
      let hurry = () => {}
      const wait: typeof waitToRetry = (attempt, signal) =>
        new Promise((resolve) => {
          hurry = resolve
          void waitToRetry(attempt, signal).then(resolve)
        })
      return shareStream<FetchResult>({
        name,
        open: ({ onState, onEvent }) => {
          const subscription = new LiveLink({
            ...this.options,
            wait,
            onOpen: () => onState('live'),
            onLost: () => onState('waiting'),
          })
            .request(operation)
            .subscribe(onEvent)
          return () => subscription.unsubscribe()
        },
        onHurry: () => hurry(),
        onState: (state) =>
          state === 'live' ? this.options.onOpen() : this.options.onLost(),
        onEvent: (result) => observer.next(result),
      })
    })
  }
}
