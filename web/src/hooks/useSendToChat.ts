import { useCallback } from 'react'

import type {
  SendConversationMessageMutation,
  SendConversationMessageMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { useSendOnce } from 'src/hooks/useSendOnce'
import { applyInboxEvent } from 'src/lib/live/applyInboxEvent'
import { SEND_CONVERSATION_MESSAGE } from 'src/queries/sendConversationMessage'

/** Sends one text at a time, into a Twilio conversation. */
export function useSendToChat() {
  const [mutate] = useMutation<
    SendConversationMessageMutation,
    SendConversationMessageMutationVariables
  >(SEND_CONVERSATION_MESSAGE, {
    update: (cache, { data }) =>
      data &&
      applyInboxEvent(cache, {
        __typename: 'MessageAdded',
        message: data.sendConversationMessage,
      }),
  })
  return useSendOnce(
    useCallback(
      async (variables: SendConversationMessageMutationVariables) =>
        (await mutate({ variables })).data?.sendConversationMessage,
      [mutate]
    )
  )
}
