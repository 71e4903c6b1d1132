import { map, pipe } from '@graphql-yoga/subscription'
import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql'

import type { CurrentUser } from 'src/lib/auth'

type Results = Map<string, Promise<ExecutionResult>>

/** What was made of an event, for each kind of subscriber. All subscribers of a process get the same event object. */
const resultsOf = new WeakMap<object, Results>()

const numbers = new WeakMap<DocumentNode, number>()
let lastNumber = 0

/** The parser keeps what it has parsed, so the same text is the same document. */
const numberOf = (document: DocumentNode) => {
  const number = numbers.get(document) ?? (lastNumber += 1)
  numbers.set(document, number)
  return number
}

/** Who asks the same, with the same rights, gets the same answer. */
const kindOf = (args: ExecutionArgs) => {
  const { currentUser } = args.contextValue as { currentUser?: CurrentUser }
  return JSON.stringify([
    numberOf(args.document),
    args.operationName,
    args.variableValues,
    currentUser?.roles,
  ])
}

const resultFor = (event: object, args: ExecutionArgs, kind: string) => {
  const results: Results = resultsOf.get(event) ?? new Map()
  resultsOf.set(event, results)
  const known = results.get(kind)
  if (known) {
    return known
  }
  const result = Promise.resolve(execute({ ...args, rootValue: event }))
  results.set(kind, result)
  return result
}

const isStream = <Event>(
  source: AsyncIterable<Event> | ExecutionResult
): source is AsyncIterable<Event> => Symbol.asyncIterator in source

/** As graphql's own `subscribe`, but each event is executed once for all who ask the same. */
async function subscribe(args: ExecutionArgs) {
  const source = await createSourceEventStream(args)
  if (!isStream(source)) {
    // graphql-sse knows an answer by its `data`; without it the reason would be lost.
    return { data: null, ...source }
  }
  const kind = kindOf(args)
  return pipe(
    source as AsyncIterable<object>,
    map((event) => resultFor(event, args, kind))
  )
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
