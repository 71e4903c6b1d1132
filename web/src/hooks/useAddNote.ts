import { useCallback } from 'react'

import type { AddNoteMutation, AddNoteMutationVariables } from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { useSendOnce } from 'src/hooks/useSendOnce'
import { addEntry } from 'src/lib/live/addEntry'
import { ADD_NOTE } from 'src/queries/threadEntries'

/** Writes one note at a time. */
export function useAddNote() {
  const [mutate] = useMutation<AddNoteMutation, AddNoteMutationVariables>(
    ADD_NOTE,
    {
      // The live stream says the same; but this screen should not wait for it.
      update: (cache, { data }) =>
        data && addEntry(cache, data.addNote.conversation.id, data.addNote),
    }
  )
  return useSendOnce(
    useCallback(
      async (variables: AddNoteMutationVariables) =>
        (await mutate({ variables })).data?.addNote,
      [mutate]
    )
  )
}
