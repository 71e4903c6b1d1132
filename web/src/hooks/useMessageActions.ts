import { useRef, useState } from 'react'

import type {
  CancelMessageMutation,
  CancelMessageMutationVariables,
  RetryMessageMutation,
  RetryMessageMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { errorText, isUnanswered } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { applyInboxEvent } from 'src/lib/live/applyInboxEvent'
import { CANCEL_MESSAGE, RETRY_MESSAGE } from 'src/queries/messageMutations'

/**
 * What can be done with one message. One press is one wish: a second one while the first is under way does nothing,
 * and the server sends a message again once, however often it is asked.
 */
export function useMessageActions(id: string) {
  const isBusy = useRef(false)
  const [isUnderWay, setIsUnderWay] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const variables = { id }

  const [retry] = useMutation<
    RetryMessageMutation,
    RetryMessageMutationVariables
  >(RETRY_MESSAGE, {
    variables,
    // The live stream says the same; but this screen should not wait for it.
    update: (cache, { data }) =>
      data &&
      applyInboxEvent(cache, {
        __typename: 'MessageAdded',
        message: data.retryMessage,
      }),
  })
  const [cancel] = useMutation<
    CancelMessageMutation,
    CancelMessageMutationVariables
  >(CANCEL_MESSAGE, { variables })

  const once = async (run: () => Promise<unknown>) => {
    if (isBusy.current) {
      return
    }
    isBusy.current = true
    setIsUnderWay(true)
    setProblem(null)
    try {
      await run()
    } catch (error) {
      setProblem(
        isUnanswered(error)
          ? t('{error} Pressing again will not do it twice.', {
              error: errorText(error),
            })
          : errorText(error)
      )
    } finally {
      isBusy.current = false
      setIsUnderWay(false)
    }
  }

  return {
    retry: () => once(retry),
    cancel: () => once(cancel),
    isUnderWay,
    problem,
  }
}
