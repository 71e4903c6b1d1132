import type {
  AutoReplyRuleInput,
  CreateAutoReplyMutation,
  CreateAutoReplyMutationVariables,
  DeleteAutoReplyMutation,
  DeleteAutoReplyMutationVariables,
  OrderAutoRepliesMutation,
  OrderAutoRepliesMutationVariables,
  UpdateAutoReplyMutation,
  UpdateAutoReplyMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { errorText } from 'src/lib/errorText'
import { noticeBoard } from 'src/lib/notices'
import {
  CREATE_AUTO_REPLY,
  DELETE_AUTO_REPLY,
  ORDER_AUTO_REPLIES,
  UPDATE_AUTO_REPLY,
} from 'src/queries/channels'

/** Changes a rule, or without its id adds one to the channel. */
export function useSaveAutoReply(channelId: string, id: string | undefined) {
  const [create, creating] = useMutation<
    CreateAutoReplyMutation,
    CreateAutoReplyMutationVariables
  >(CREATE_AUTO_REPLY)
  const [update, updating] = useMutation<
    UpdateAutoReplyMutation,
    UpdateAutoReplyMutationVariables
  >(UPDATE_AUTO_REPLY)
  return {
    save: async (input: AutoReplyRuleInput) => {
      await (id
        ? update({ variables: { id, input } })
        : create({ variables: { channelId, input } }))
    },
    isSaving: creating.loading || updating.loading,
    error: creating.error ?? updating.error,
  }
}

/** Deletes and orders the rules of a channel; what goes wrong is said on the notice board. */
export function useArrangeAutoReplies(channelId: string) {
  const [remove, removing] = useMutation<
    DeleteAutoReplyMutation,
    DeleteAutoReplyMutationVariables
  >(DELETE_AUTO_REPLY)
  const [order, ordering] = useMutation<
    OrderAutoRepliesMutation,
    OrderAutoRepliesMutationVariables
  >(ORDER_AUTO_REPLIES)
  const sayWhy = (error: unknown) => noticeBoard.post(errorText(error))
  return {
    remove: (id: string) => remove({ variables: { id } }).catch(sayWhy),
    order: (ids: string[]) =>
      order({ variables: { channelId, ids } }).catch(sayWhy),
    isBusy: removing.loading || ordering.loading,
  }
}
