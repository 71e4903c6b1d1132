import { ApolloLink, Observable } from '@apollo/client'
import type { FetchResult, Operation } from '@apollo/client'
import { print } from 'graphql'
import { createClient, NetworkError } from 'graphql-sse'
import type { ExecutionResult } from 'graphql-sse'

import { waitToRetry } from './waitToRetry'
import { createWatchedFetch } from './watchSilence'

export interface LiveLinkOptions {
  url: () => string
  fetch?: typeof fetch
  wait?: typeof waitToRetry
  /** The stream is open: what happens from now on arrives. */
  onOpen: () => void
  onLost: () => void
  /** The session is over; trying again is useless until somebody logs in. */
  onUnauthenticated: () => void
}

/** A stream that ends sooner was not worth opening: the next try waits longer. */
const SETTLED_MS = 5_000

const isRefused = (error: unknown) =>
  error instanceof NetworkError &&
  [401, 403].includes((error.response as Response | undefined)?.status ?? 0)

const isOver = ({ errors }: ExecutionResult<unknown, unknown>) =>
  errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')

/**
 * Subscriptions over SSE that never give up.
 *
 * graphql-sse retries network errors only, and counts the tries anew only after an event; a server that
 * restarts ends its streams politely, which it takes for the end. So its retries are off and the loop is ours.
 */
export class LiveLink extends ApolloLink {
  constructor(private options: LiveLinkOptions) {
    super()
  }

  request(operation: Operation): Observable<FetchResult> {
    return new Observable((observer) => {
      const control = new AbortController()
      this.keepOpen(
        operation,
        (result) => observer.next(result),
        control.signal
      )
      return () => control.abort()
    })
  }

  private async keepOpen(
    operation: Operation,
    next: (result: FetchResult) => void,
    signal: AbortSignal
  ) {
    const {
      onOpen,
      onLost,
      onUnauthenticated,
      wait = waitToRetry,
    } = this.options
    let attempt = 0
    while (!signal.aborted) {
      let openedAt = Infinity
      const error = await this.open(operation, next, signal, () => {
        openedAt = Date.now()
        onOpen()
      })
      if (signal.aborted) {
        return
      }
      onLost()
      if (isRefused(error)) {
        onUnauthenticated()
      }
      attempt = Date.now() - openedAt > SETTLED_MS ? 0 : attempt
      await wait(attempt++, signal)
    }
  }

  /** One connection, from its opening to its end; resolves with what ended it. */
  private open(
    operation: Operation,
    next: (result: FetchResult) => void,
    signal: AbortSignal,
    onOpen: () => void
  ): Promise<unknown> {
    return new Promise((resolve) => {
      const client = createClient({
        url: this.options.url(),
        retryAttempts: 0,
        fetchFn: this.options.fetch ?? createWatchedFetch(),
        on: { connected: onOpen },
      })
      const end = (error?: unknown) => {
        signal.removeEventListener('abort', abort)
        client.dispose()
        resolve(error)
      }
      const abort = () => end()
      signal.addEventListener('abort', abort)
      client.subscribe(
        {
          query: print(operation.query),
          operationName: operation.operationName,
          variables: operation.variables,
        },
        {
          next: (result: ExecutionResult<Record<string, unknown>, unknown>) => {
            if (isOver(result)) {
              this.options.onUnauthenticated()
            } else if (result.data) {
              // One event that could not be resolved must not end the stream, as its errors would.
              next({ data: result.data })
            }
          },
          error: end,
          complete: () => end(),
        }
      )
    })
  }
}
