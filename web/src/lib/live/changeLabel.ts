import type { ApolloCache } from '@apollo/client'
import type { LabelFields } from 'types/graphql'

import { writeEntity } from 'src/lib/apollo/writeEntity'
import { LABEL_FIELDS } from 'src/queries/labels'

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
    // What refers to it is a reference to nothing then, which lists leave out when they are read.
    cache.evict({ id: ref })
  }
}
