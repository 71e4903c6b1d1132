import { useCallback, useEffect, useState } from 'react'

import { useFragment } from '@apollo/client'
import type { ConversationFields, ThreadAnswers } from 'types/graphql'

import { useOperator } from 'src/hooks/useOperator'
import { announcer } from 'src/lib/announcer'
import { answersSince, whoAnswered } from 'src/lib/drafts/answersSince'
import type { Answer } from 'src/lib/drafts/answersSince'
import { begun } from 'src/lib/drafts/begun'
import { t } from 'src/lib/language/t'
import { THREAD_ANSWERS } from 'src/queries/threadAnswers'

/** Before everything, where a conversation has no message yet. */
const THE_BEGINNING = new Date(0).toISOString()

/** What others answered in a conversation since one began to write `body`. */
export function useAnswers(
  { id, lastMessage }: ConversationFields,
  body: string
) {
  const operatorId = useOperator().operator?.id
  const isWriting = body !== ''
  const newest = lastMessage?.createdAt ?? THE_BEGINNING
  const [since, setSince] = useState(() => begun.get(id))
  const [isHeld, setIsHeld] = useState(false)
  const { data } = useFragment<ThreadAnswers>({
    fragment: THREAD_ANSWERS,
    from: 'ROOT_QUERY',
    variables: { conversationId: id },
  })

  const know = useCallback(
    (until: string | null) => {
      begun.set(id, until)
      setSince(until)
      setIsHeld(false)
    },
    [id]
  )

  useEffect(() => {
    if (isWriting ? since === null : since !== null) {
      know(isWriting ? newest : null)
    }
  }, [isWriting, since, newest, know])

  const messages = (data.messages?.edges ?? []).flatMap((edge) =>
    edge?.node ? [edge.node as Answer] : []
  )
  const { answer, automatic } = answersSince(
    messages,
    isWriting ? since : null,
    operatorId
  )
  const name = answer && whoAnswered(answer)

  useEffect(() => {
    if (name) {
      announcer.say(t('{name} answered while you were writing.', { name }))
    }
  }, [name, answer?.id])

  return {
    answer,
    automatic,
    /** Somebody wanted to send, though there is an answer that they may not have seen. */
    isHeld: isHeld && answer !== null,
    /** Whether what is written has to wait for somebody's word. */
    hold: () => {
      setIsHeld(answer !== null)
      return answer !== null
    },
    /** They have seen what is there now. */
    know: () => know(newest),
  }
}
