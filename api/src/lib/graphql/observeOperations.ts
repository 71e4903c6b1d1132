import {
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  type GraphQLError,
} from 'graphql'

import { countGraphqlError } from 'src/lib/metrics/requests'
import { markFailed, tracer } from 'src/lib/tracing/traced'

const count = (errors: readonly GraphQLError[] = [], otherwise?: string) => {
  for (const { extensions } of errors) {
    countGraphqlError(extensions?.code ?? otherwise)
  }
}

/** By the kind and what it asks for; the name is whatever a client likes. */
const nameOf = ({ document, operationName }: ExecutionArgs) => {
  const operation = getOperationAST(document, operationName)
  const [field] = operation?.selectionSet.selections ?? []
  const asked = field?.kind === 'Field' ? ` ${field.name.value}` : ''
  return `graphql ${operation?.operation ?? 'operation'}${asked}`
}

/** The requests of which a document was good. */
const good = new WeakSet<object>()

const requestOf = ({ contextValue }: ExecutionArgs): object =>
  (contextValue as { request: object }).request

interface Answer {
  request: object
  /** A stream of them, of a subscription. */
  result: unknown
}

/** Counts the errors of operations by their codes, and traces their execution where that is configured. */
export const observeOperations = {
  onExecute: ({ args }: { args: ExecutionArgs }) => {
    good.add(requestOf(args))
    const span = tracer.startSpan(nameOf(args))
    return {
      onExecuteDone: ({ result }: { result: unknown }) => {
        if ((result as ExecutionResult).errors) {
          markFailed(span)
        }
        span.end()
      },
    }
  },
  onSubscribe: ({ args }: { args: ExecutionArgs }) => {
    good.add(requestOf(args))
  },
  // Only here arrives also what a rule threw, or a cache, of which Envelop tells nobody.
  onResultProcess: ({ request, result }: Answer) =>
    count(
      (result as ExecutionResult).errors,
      good.has(request) ? undefined : 'VALIDATION'
    ),
}
