import { useCallback } from 'react'

import type { SendSmsMutation, SendSmsMutationVariables } from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { useSendOnce } from 'src/hooks/useSendOnce'
import { applyInboxEvent } from 'src/lib/live/applyInboxEvent'
import { SEND_SMS } from 'src/queries/sendSms'

/** Sends one text at a time, to a number. */
export function useSend() {
  const [mutate] = useMutation<SendSmsMutation, SendSmsMutationVariables>(
    SEND_SMS,
    {
      update: (cache, { data }) =>
        data &&
        applyInboxEvent(cache, {
          __typename: 'MessageAdded',
          message: data.sendSms,
        }),
    }
  )
  return useSendOnce(
    useCallback(
      async (variables: SendSmsMutationVariables) =>
        (await mutate({ variables })).data?.sendSms,
      [mutate]
    )
  )
}
