import { useCallback, useEffect, useSyncExternalStore } from 'react'

import { useApolloClient } from '@apollo/client'
import type { ConversationFields } from 'types/graphql'

import { attachments } from 'src/lib/attachments/attachments'
import { contactName } from 'src/lib/contactName'
import { createStore } from 'src/lib/createStore'
import { giveBack } from 'src/lib/drafts/drafts'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { outbox } from 'src/lib/outbox/outbox'
import { postMessage } from 'src/lib/outbox/postMessage'
import type { Sending } from 'src/lib/outbox/sending'

/** Why the last text of a conversation came back, by its id. */
const problems = createStore<Record<string, string | undefined>>({})

const setProblem = (conversationId: string, problem?: string) =>
  problems.set({ ...problems.get(), [conversationId]: problem })

/** The conversations whose composers are on the screen. */
const composers = new Set<string>()

/** What was sent from here into a conversation and is not known to be there. */
export const useSendings = (conversationId: string) =>
  useSyncExternalStore(outbox.subscribe, () => outbox.get(conversationId))

/** Takes a sending out of the outbox and back into the composer, under the key that the server may know it by. */
export function takeBack(sending: Sending) {
  const { conversationId, text, key } = sending
  outbox.remove(sending)
  attachments.giveBack(conversationId, sending.attachments)
  giveBack(conversationId, {
    text,
    attachmentIds: sending.attachments.flatMap(({ id }) => id ?? []),
    // Now and later are two wishes under one key and its time.
    key: key.split('@')[0] ?? key,
  })
}

/** Sends what was written in a conversation. */
export function useOutbox(conversation: ConversationFields) {
  const client = useApolloClient()
  const way = {
    post: postMessage(client, conversation),
    onRefused: (sending: Sending, why: string) => {
      takeBack(sending)
      if (composers.has(conversation.id)) {
        setProblem(conversation.id, why)
      } else {
        noticeBoard.post(
          t(
            'A message to {name} was not sent. {why} Its text is kept as a draft.',
            { name: contactName(conversation.contact), why }
          )
        )
      }
    },
  }
  return {
    send: (sending: Omit<Sending, 'state'>) => outbox.send(sending, way),
    retry: (sending: Sending) => outbox.retry(sending, way),
  }
}

/** What the composer has to say of a text that came back. */
export function useSendProblem(conversationId: string) {
  const all = useSyncExternalStore(problems.subscribe, problems.get)
  useEffect(() => {
    composers.add(conversationId)
    return () => {
      composers.delete(conversationId)
      setProblem(conversationId)
    }
  }, [conversationId])
  return {
    problem: all[conversationId] ?? null,
    clearProblem: useCallback(
      () => setProblem(conversationId),
      [conversationId]
    ),
  }
}
