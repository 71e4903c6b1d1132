import { useQuery } from '@apollo/client'
import type { LabelsQuery, LabelsQueryVariables } from 'types/graphql'

import { LABELS } from 'src/queries/labels'

/** All labels, by name; asked for again each time that somebody wants to choose one. */
export function useLabels({ skip = false } = {}) {
  const { data, error } = useQuery<LabelsQuery, LabelsQueryVariables>(LABELS, {
    skip,
    fetchPolicy: 'cache-and-network',
  })
  return { labels: data?.labels, error }
}
