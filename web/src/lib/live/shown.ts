import type { ApolloClient } from '@apollo/client'

/** The arguments by which the cache tells the lists and threads apart: `messages:{"conversationId":"…"}`. */
export function argsOf(storeFieldName: string) {
  const [start] = /[:(]/.exec(storeFieldName) ?? []
  return start === ':'
    ? (JSON.parse(storeFieldName.slice(storeFieldName.indexOf(':') + 1)) as {
        conversationId?: string
        filter?: object
      })
    : {}
}

const nameOf = (args: { conversationId?: string; filter?: object } = {}) =>
  JSON.stringify(args.conversationId ?? args.filter ?? null)

/** What is on the screen: tells of a list or a thread, as the cache calls it, whether somebody looks at it. */
export function createIsShown(client: ApolloClient<unknown>) {
  const shown = new Set(
    [...client.getObservableQueries('active').values()].map(({ variables }) =>
      nameOf(variables)
    )
  )
  return (storeFieldName: string) => shown.has(nameOf(argsOf(storeFieldName)))
}
