import { useCallback, useEffect, useMemo, useRef } from 'react'

import type { ConversationFields, ThreadMessageFields } from 'types/graphql'

import { useOperator } from 'src/hooks/useOperator'
import { useOutbox, useSendings } from 'src/hooks/useOutbox'
import { asMessage } from 'src/lib/outbox/asMessage'
import { outbox } from 'src/lib/outbox/outbox'
import type { Sending } from 'src/lib/outbox/sending'

/** The messages that were sent from here and are not known to be there, as the thread shows them. */
export function useOnTheirWay(
  conversation: ConversationFields,
  messages: readonly ThreadMessageFields[]
) {
  const sendings = useSendings(conversation.id)
  const { operator } = useOperator()
  const { retry } = useOutbox(conversation)

  // The stream may tell of a message whose answer never comes, also after a reload.
  useEffect(() => {
    if (sendings.length === 0) {
      return
    }
    const known = new Set(messages.map(({ idempotencyKey }) => idempotencyKey))
    sendings
      .filter(({ key, state }) => state === 'stopped' && known.has(key))
      .forEach(outbox.remove)
  }, [sendings, messages])

  const onTheirWay = useMemo(() => {
    const author = operator && {
      __typename: 'User' as const,
      id: operator.id,
      name: operator.name,
      email: operator.email ?? '',
    }
    return sendings.map((sending) => ({
      sending,
      message: asMessage(sending, conversation, author),
    }))
    // All that counts of the conversation stays what it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sendings, operator?.id, conversation.id])

  const latest = useRef(retry)
  latest.current = retry
  const sendAgain = useCallback(
    (sending: Sending) => latest.current(sending),
    []
  )
  return { onTheirWay, sendAgain }
}
