import type { ApolloCache, FieldFunctionOptions } from '@apollo/client'

import type { CachedThread } from 'src/lib/apollo/mergeMessages'

/** Changes what the cache knows of a conversation's thread, if it was ever loaded. */
export function changeThread(
  cache: ApolloCache<unknown>,
  conversationId: string,
  change: (
    thread: CachedThread,
    readField: FieldFunctionOptions['readField']
  ) => CachedThread
) {
  const field = `messages:${JSON.stringify({ conversationId })}`
  cache.modify<{ messages: CachedThread }>({
    id: 'ROOT_QUERY',
    fields: {
      messages: (thread, { storeFieldName, readField }) =>
        storeFieldName === field
          ? change(thread as CachedThread, readField)
          : (thread as CachedThread),
    },
  })
}
