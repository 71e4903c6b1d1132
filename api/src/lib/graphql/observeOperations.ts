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

/** Counts the errors of operations by their codes, and traces their execution where that is configured. */
export const observeOperations = {
  onValidate:
    () =>
    ({ result }: { result: unknown }) =>
      count(result as readonly GraphQLError[], 'VALIDATION'),
  onExecute: ({ args }: { args: ExecutionArgs }) => {
    const span = tracer.startSpan(nameOf(args))
    return {
      onExecuteDone: ({ result }: { result: unknown }) => {
        const { errors } = result as ExecutionResult
        count(errors)
        if (errors) {
          markFailed(span)
        }
        span.end()
      },
    }
  },
}
