import { useEffect } from 'react'

import { useApolloClient } from '@apollo/client'

import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { markMessage } from 'src/lib/showMessage'
import type { ThreadRow } from 'src/lib/thread/threadRows'
import { MESSAGES, PAGE } from 'src/queries/messages'

/** How many frames a row may take to be there after the thread was scrolled to it. */
const FRAMES = 30

/** Marks a message as soon as its row is there. */
function markSoon(id: string, frames = FRAMES) {
  if (!markMessage(id) && frames > 0) {
    requestAnimationFrame(() => markSoon(id, frames - 1))
  }
}

const rowOf = (rows: readonly ThreadRow[], id: string) =>
  rows.find((row) => row.kind === 'message' && row.message.id === id)

interface Going {
  conversationId: string
  rows: readonly ThreadRow[]
  toRow: (key: string, align: 'start' | 'center') => boolean
  /** The message to which one is to be led; null for none. */
  wantedId: string | null
  setWantedId: (id: string | null) => void
}

/**
 * Leads to a message of the conversation: to its row where it is loaded, and else to a page around it. Says whether it
 * still has to be found.
 */
export function useGoTo({
  conversationId,
  rows,
  toRow,
  wantedId: wanted,
  setWantedId: setWanted,
}: Going): boolean {
  const client = useApolloClient()
  const row = wanted === null ? undefined : rowOf(rows, wanted)
  const isMissing = wanted !== null && row === undefined

  useEffect(() => {
    if (wanted !== null && row && toRow(row.key, 'center')) {
      markSoon(wanted)
      setWanted(null)
    }
  }, [wanted, row, toRow, setWanted])

  useEffect(() => {
    if (!isMissing || wanted === null) {
      return
    }
    let isOver = false
    const giveUp = () => {
      if (!isOver) {
        noticeBoard.post(
          t(
            'That message is not in this conversation. It may have been deleted.'
          )
        )
        setWanted(null)
      }
    }
    client
      .query({
        query: MESSAGES,
        variables: { conversationId, around: wanted, last: PAGE },
        fetchPolicy: 'network-only',
      })
      .then(({ data }) => {
        // The thread shows it with its next rendering, since the cache has it.
        if (!data.messages.edges.some(({ node }) => node.id === wanted)) {
          giveUp()
        }
      }, giveUp)
    return () => {
      isOver = true
    }
  }, [client, conversationId, isMissing, wanted, setWanted])

  return isMissing
}
