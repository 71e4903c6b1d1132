import type { ExecutionResult, GraphQLError } from 'graphql'

/** Where a value stands: in the variables, or in the document itself (StringValue, ObjectValue…). */
const isAboutValue = ({ nodes }: GraphQLError) =>
  /^VariableDefinition$|Value$/.test(nodes?.[0]?.kind ?? '')

const nameEach = (errors: readonly GraphQLError[] = []) => {
  for (const { extensions } of errors.filter(isAboutValue)) {
    extensions.code ??= 'BAD_USER_INPUT'
  }
}

/**
 * A value that is none of its type (`sendAt: "tomorrow"`) is refused by GraphQL itself, which gives its errors no code; a
 * program looks at the code to tell what it did wrong from what went wrong.
 */
export const nameBadInput = {
  onValidate:
    () =>
    ({ result }: { result: unknown }) =>
      nameEach(result as readonly GraphQLError[]),
  onExecute: () => ({
    onExecuteDone: ({ result }: { result: unknown }) =>
      nameEach((result as ExecutionResult).errors),
  }),
}
