import { useCallback } from 'react'

import type {
  CreateTwilioConversationMutation,
  CreateTwilioConversationMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { useSendOnce } from 'src/hooks/useSendOnce'
import { applyInboxEvent } from 'src/lib/live/applyInboxEvent'
import { CREATE_TWILIO_CONVERSATION } from 'src/queries/createTwilioConversation'

/** Starts one Twilio conversation at a time. */
export function useCreateConversation() {
  const [mutate] = useMutation<
    CreateTwilioConversationMutation,
    CreateTwilioConversationMutationVariables
  >(CREATE_TWILIO_CONVERSATION, {
    update: (cache, { data }) =>
      data &&
      applyInboxEvent(cache, {
        __typename: 'ConversationChanged',
        conversation: data.createTwilioConversation,
        isNew: true,
      }),
  })
  return useSendOnce(
    useCallback(
      async (variables: CreateTwilioConversationMutationVariables) =>
        (await mutate({ variables })).data?.createTwilioConversation,
      [mutate]
    )
  )
}
