import type { ApolloClient } from '@apollo/client'

import { createIsShown } from './shown'

/**
 * Asks again for all that is on the screen, and forgets the lists and threads that are not.
 *
 * Called whenever the stream opens: what happened before that moment did not come by it. A list that is not on
 * the screen is forgotten rather than asked for, since a live event after a gap would leave a hole in it.
 */
export async function catchUp(client: ApolloClient<unknown>) {
  const isShown = createIsShown(client)
  const forgetUnlessShown = (
    value: unknown,
    { storeFieldName, DELETE }: { storeFieldName: string; DELETE: unknown }
  ) => (isShown(storeFieldName) ? value : DELETE)

  client.cache.modify({
    id: 'ROOT_QUERY',
    fields: { conversations: forgetUnlessShown, messages: forgetUnlessShown },
  })
  client.cache.gc()
  await client.refetchQueries({ include: 'active' })
}
