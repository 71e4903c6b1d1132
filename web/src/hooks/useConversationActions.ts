import type { DocumentNode } from '@apollo/client'
import type { ConversationFields } from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { placeInLists } from 'src/lib/live/placeInLists'
import { noticeBoard } from 'src/lib/notices'
import {
  ARCHIVE_CONVERSATION,
  MARK_CONVERSATION_UNREAD,
  REOPEN_CONVERSATION,
} from 'src/queries/conversationMutations'

type Answer = { conversation: ConversationFields }
type Variables = { id: string }

function useAction(mutation: DocumentNode, id: string, failure: string) {
  const [run, { loading }] = useMutation<Answer, Variables>(mutation, {
    variables: { id },
    // The live stream says the same; but this screen should not wait for it.
    update: (cache, { data }) => data && placeInLists(cache, data.conversation),
  })
  return {
    loading,
    run: () =>
      run().then(
        () => true,
        () => {
          noticeBoard.post(failure)
          return false
        }
      ),
  }
}

/** What can be done with a conversation as a whole. Each resolves with whether it was done. */
export const useConversationActions = (id: string) => ({
  archive: useAction(
    ARCHIVE_CONVERSATION,
    id,
    'The conversation could not be archived.'
  ),
  reopen: useAction(
    REOPEN_CONVERSATION,
    id,
    'The conversation could not be reopened.'
  ),
  markUnread: useAction(
    MARK_CONVERSATION_UNREAD,
    id,
    'The conversation could not be marked as unread.'
  ),
})
