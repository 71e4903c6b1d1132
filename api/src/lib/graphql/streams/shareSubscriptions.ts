import type { ServerResponse } from 'node:http'

import { map, pipe } from '@graphql-yoga/subscription'
import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql'

import type { CurrentUser } from 'src/lib/auth'
import { tooMany } from 'src/lib/graphql/limitOperations'
import { measured } from 'src/lib/metrics/registry'
import { countRefusal } from 'src/lib/metrics/requests'

import { Audience } from './audience'
import { isFull, noteStream } from './openStreams'
import { watchRights } from './watchRights'

/** After so long somebody may have gone. */
const RETRY_SECONDS = 60

/** What Redwood's Fastify plugin gives to GraphQL; a caller without HTTP has no reply. */
interface ServerContext {
  currentUser?: CurrentUser
  reply?: { raw: ServerResponse }
}

const numbers = new WeakMap<DocumentNode, number>()
let lastNumber = 0

/** The parser keeps what it has parsed, so the same text is the same document. */
const numberOf = (document: DocumentNode) => {
  const number = numbers.get(document) ?? (lastNumber += 1)
  numbers.set(document, number)
  return number
}

const contextOf = (args: ExecutionArgs) => args.contextValue as ServerContext

/** Who asks the same, with the same rights, gets the same answer. */
const kindOf = (args: ExecutionArgs) =>
  JSON.stringify([
    numberOf(args.document),
    args.operationName,
    args.variableValues,
    contextOf(args).currentUser?.roles,
    contextOf(args).currentUser?.scopes,
  ])

const isStream = <Event>(
  source: AsyncIterable<Event> | ExecutionResult
): source is AsyncGenerator<Event> => Symbol.asyncIterator in source

const audiences = new Map<string, Audience<object>>()

measured('live_connections', 'Live streams that are open', () =>
  [...audiences.values()].reduce((sum, { size }) => sum + size, 0)
)

/** As graphql's own `subscribe`, but each event is executed once for all who ask the same. */
async function subscribe(args: ExecutionArgs) {
  const source = await createSourceEventStream(args)
  if (!isStream(source)) {
    // graphql-sse knows an answer by its `data`; without it the reason would be lost.
    return { data: null, ...source }
  }
  const executeEvent = async (event: object) =>
    execute({ ...args, rootValue: event })
  const response = contextOf(args).reply?.raw
  if (!response) {
    return pipe(source as AsyncIterable<object>, map(executeEvent))
  }
  if (response.destroyed) {
    // Who has gone meanwhile never leaves: nothing says so a second time.
    void source.return(undefined)
    return { data: null }
  }
  const { currentUser } = contextOf(args)
  if (currentUser) {
    if (isFull(currentUser)) {
      countRefusal('streams')
      void source.return(undefined)
      return { data: null, errors: [tooMany(RETRY_SECONDS)] }
    }
    noteStream(response, currentUser)
    watchRights()
  }
  const kind = kindOf(args)
  const known = audiences.get(kind)
  if (known) {
    void source.return(undefined)
    return known.join(response)
  }
  const audience = new Audience(
    source as AsyncIterable<object>,
    executeEvent,
    () => {
      if (audiences.get(kind) === audience) {
        audiences.delete(kind)
      }
    }
  )
  audiences.set(kind, audience)
  return audience.join(response)
}

/**
 * A hundred operators look at the same inbox: what happens in it is executed once for each kind of subscriber, and not
 * once for each of them.
 */
export const shareSubscriptions = {
  onSubscribe: ({
    setSubscribeFn,
  }: {
    setSubscribeFn: (subscribe: (args: ExecutionArgs) => unknown) => void
  }) => setSubscribeFn(subscribe),
}
