import { useCallback, useRef, useState } from 'react'

import type { SendSmsMutation, SendSmsMutationVariables } from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { errorText, isUnanswered } from 'src/lib/errorText'
import { applyInboxEvent } from 'src/lib/live/applyInboxEvent'
import { SEND_SMS } from 'src/queries/sendSms'

type Sent = SendSmsMutation['sendSms']

/**
 * Sends one text at a time.
 *
 * `send` resolves with the message once the server has it, and with null when it did not take it or did not
 * answer; `problem` then says which. A second call while the first is under way does nothing: a held Enter, a
 * double click and an impatient finger are one wish.
 */
export function useSend() {
  const isUnderWay = useRef(false)
  const [isSending, setIsSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
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

  const send = useCallback(
    async (variables: SendSmsMutationVariables): Promise<Sent | null> => {
      if (isUnderWay.current) {
        return null
      }
      isUnderWay.current = true
      setIsSending(true)
      setProblem(null)
      try {
        const { data } = await mutate({ variables })
        return data?.sendSms ?? null
      } catch (error) {
        setProblem(
          isUnanswered(error)
            ? `${errorText(error)} Your text is kept, and sending it again will not send it twice.`
            : errorText(error)
        )
        return null
      } finally {
        isUnderWay.current = false
        setIsSending(false)
      }
    },
    [mutate]
  )

  const clearProblem = useCallback(() => setProblem(null), [])

  return { send, isSending, problem, clearProblem }
}
