import type { ApolloClient } from '@apollo/client'

import { beginAnew } from 'src/lib/apollo/beginAnew'
import type { CachedConnection } from 'src/lib/apollo/mergeConversations'
import { isReadBack } from 'src/lib/thread/readBack'

import { argsOf, createIsShown } from './shown'

/** Of the threads that were looked at, so many are kept, for who goes back and forth. */
const MOST_THREADS = 20

/** What more than that has come into by itself since it was read, a list or a thread, is read anew. */
const MOST_LIVE_ROWS = 300
const MOST_LIVE_MESSAGES = 100

interface Options {
  storeFieldName: string
  DELETE: unknown
}

/** What an answer brought has a cursor. */
const countLive = ({ edges }: CachedConnection) =>
  edges.filter(({ cursor }) => !cursor).length

/**
 * Keeps the memory of a page that is open all day flat: forgets what came live for conversations that nobody looks at, the
 * threads that were looked at long ago, and the rows and messages that only grew behind what is read.
 *
 * Called now and then, by how much has come. What is forgotten is asked for again by whoever goes there.
 */
export function createForgetUnseen(client: ApolloClient<unknown>) {
  /** Oldest first. */
  const threads = new Set<string>()

  return async function forgetUnseen() {
    const isShown = createIsShown(client)
    const toReadAnew = new Set<string>()

    const note = (thread: unknown, { storeFieldName: field }: Options) => {
      if (isShown(field) || !threads.has(field)) {
        threads.delete(field)
        threads.add(field)
      }
      return thread
    }
    client.cache.modify({ id: 'ROOT_QUERY', fields: { messages: note } })
    const kept = new Set([...threads].slice(-MOST_THREADS))
    threads.forEach((field) => kept.has(field) || threads.delete(field))

    client.cache.modify({
      id: 'ROOT_QUERY',
      fields: {
        messages: (thread: unknown, { storeFieldName, DELETE }: Options) => {
          if (
            isShown(storeFieldName) &&
            countLive(thread as CachedConnection) > MOST_LIVE_MESSAGES &&
            !isReadBack(argsOf(storeFieldName).conversationId ?? '')
          ) {
            // Its newest page, with which the merge lets the oldest go; whom they are read by may go on first.
            toReadAnew.add('MessagesQuery')
          }
          return kept.has(storeFieldName) || isShown(storeFieldName)
            ? thread
            : DELETE
        },
        conversations: (list: unknown, { storeFieldName, DELETE }: Options) => {
          if (countLive(list as CachedConnection) <= MOST_LIVE_ROWS) {
            return list
          }
          if (!isShown(storeFieldName)) {
            return DELETE
          }
          toReadAnew.add('ConversationListQuery')
          return list
        },
      },
    })
    beginAnew(client.cache)
    if (toReadAnew.size > 0) {
      await client.refetchQueries({ include: [...toReadAnew] })
    }
  }
}
