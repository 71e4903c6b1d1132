import { type ExecutionArgs, GraphQLError, visit } from 'graphql'

import type { CurrentUser } from 'src/lib/auth'

const asksForSchema = ({ document }: ExecutionArgs) => {
  let asks = false
  visit(document, {
    Field: ({ name }) => {
      asks ||= name.value === '__schema' || name.value === '__type'
    },
  })
  return asks
}

interface Operation {
  args: ExecutionArgs
  setResultAndStopExecution: (result: { errors: GraphQLError[] }) => void
}

/**
 * The whole schema is for administrators. Who asks is known when a document is executed, not yet when it is validated, so
 * that Redwood's own switch could only be for everybody.
 */
export const guardIntrospection = {
  onExecute: ({ args, setResultAndStopExecution }: Operation) => {
    const { currentUser } = args.contextValue as { currentUser?: CurrentUser }
    if (!currentUser?.roles.includes('ADMIN') && asksForSchema(args)) {
      const extensions = {
        code: currentUser ? 'FORBIDDEN' : 'UNAUTHENTICATED',
      }
      const message = 'Introspection is for administrators.'
      setResultAndStopExecution({
        errors: [new GraphQLError(message, { extensions })],
      })
    }
  },
}
