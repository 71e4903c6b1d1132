import type { ApolloCache } from '@apollo/client'
import type { LabelFields } from 'types/graphql'

import type { CachedConnection } from 'src/lib/apollo/mergeConversations'
import { writeEntity } from 'src/lib/apollo/writeEntity'
import { filterOf } from 'src/lib/live/placeInLists'
import { LABEL_FIELDS } from 'src/queries/labels'

/** No conversation has it any more. */
const leaveListsOf = (cache: ApolloCache<unknown>, labelId: string) =>
  cache.modify<{ conversations: CachedConnection }>({
    id: 'ROOT_QUERY',
    fields: {
      conversations: (list, { storeFieldName }) =>
        filterOf(storeFieldName).labelId === labelId
          ? { ...(list as CachedConnection), edges: [] }
          : list,
    },
  })

/** Takes in how a label is called now, wherever it is shown; or takes it away from there. */
export function changeLabel(
  cache: ApolloCache<unknown>,
  { id, label }: { id: string; label?: LabelFields | null }
) {
  const ref = cache.identify({ __typename: 'Label', id })
  if (label) {
    writeEntity(cache, {
      fragment: LABEL_FIELDS,
      fragmentName: 'LabelFields',
      data: label,
    })
  } else {
    leaveListsOf(cache, id)
    // What refers to it is a reference to nothing then, which lists leave out when they are read.
    cache.evict({ id: ref })
  }
}
