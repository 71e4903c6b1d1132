import type {
  CannedRepliesQuery,
  CannedReplyFields,
  CreateCannedReplyMutation,
  CreateCannedReplyMutationVariables,
  UpdateCannedReplyMutation,
  UpdateCannedReplyMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import {
  CANNED_REPLIES,
  CREATE_CANNED_REPLY,
  UPDATE_CANNED_REPLY,
} from 'src/queries/cannedReplies'

/** Changes a canned reply, or without one makes one, and shows it in the list. */
export function useSaveReply(reply: CannedReplyFields | undefined) {
  const [create, creating] = useMutation<
    CreateCannedReplyMutation,
    CreateCannedReplyMutationVariables
  >(CREATE_CANNED_REPLY, {
    update: (cache, { data }) => {
      cache.updateQuery<CannedRepliesQuery>(
        { query: CANNED_REPLIES },
        (known) =>
          known &&
          data && { cannedReplies: [...known.cannedReplies, data.cannedReply] }
      )
    },
  })
  const [update, updating] = useMutation<
    UpdateCannedReplyMutation,
    UpdateCannedReplyMutationVariables
  >(UPDATE_CANNED_REPLY)

  return {
    save: async (input: CreateCannedReplyMutationVariables) => {
      await (reply
        ? update({ variables: { id: reply.id, ...input } })
        : create({ variables: input }))
    },
    isSaving: creating.loading || updating.loading,
    error: creating.error ?? updating.error,
  }
}
