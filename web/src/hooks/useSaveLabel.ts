import type {
  CreateLabelMutation,
  CreateLabelMutationVariables,
  LabelFields,
  LabelsQuery,
  UpdateLabelMutation,
  UpdateLabelMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { CREATE_LABEL, LABELS, UPDATE_LABEL } from 'src/queries/labels'

/** Changes a label, or without one makes one, and shows it among the labels. */
export function useSaveLabel(label?: LabelFields) {
  const [create, creating] = useMutation<
    CreateLabelMutation,
    CreateLabelMutationVariables
  >(CREATE_LABEL, {
    update: (cache, { data }) => {
      cache.updateQuery<LabelsQuery>(
        { query: LABELS },
        (known) =>
          known &&
          data && { labels: [...known.labels, data.label].sort(byName) }
      )
    },
  })
  const [update, updating] = useMutation<
    UpdateLabelMutation,
    UpdateLabelMutationVariables
  >(UPDATE_LABEL)

  return {
    save: async (input: CreateLabelMutationVariables) => {
      const { data } = await (label
        ? update({ variables: { id: label.id, ...input } })
        : create({ variables: input }))
      if (!data) {
        throw new Error('The server answered nothing.')
      }
      return data.label
    },
    isSaving: creating.loading || updating.loading,
    error: creating.error ?? updating.error,
  }
}

const byName = (a: LabelFields, b: LabelFields) => a.name.localeCompare(b.name)
