import type { DocumentNode } from '@apollo/client'
import type { ConversationFields } from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { placeInLists } from 'src/lib/live/placeInLists'
import { noticeBoard } from 'src/lib/notices'
import {
  ARCHIVE_CONVERSATION,
  ASSIGN_CONVERSATION,
  LABEL_CONVERSATION,
  MARK_CONVERSATION_READ,
  MARK_CONVERSATION_UNREAD,
  REOPEN_CONVERSATION,
  SNOOZE_CONVERSATION,
  UNLABEL_CONVERSATION,
} from 'src/queries/conversationMutations'

type Answer = { conversation: ConversationFields }

function useAction<Input extends object = object>(
  mutation: DocumentNode,
  id: string,
  failure: string
) {
  const [mutate, { loading }] = useMutation<Answer, { id: string } & Input>(
    mutation,
    {
      // The live stream says the same; but this screen should not wait for it.
      update: (cache, { data }) =>
        data && placeInLists(cache, data.conversation),
    }
  )
  return {
    loading,
    run: (...[input]: object extends Input ? [] : [Input]) =>
      mutate({ variables: { id, ...(input as Input) } }).then(
        () => true,
        (error: unknown) => {
          noticeBoard.post(`${failure} ${errorText(error)}`)
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
    t('The conversation could not be archived.')
  ),
  reopen: useAction(
    REOPEN_CONVERSATION,
    id,
    t('The conversation could not be reopened.')
  ),
  markRead: useAction(
    MARK_CONVERSATION_READ,
    id,
    t('The conversation could not be marked as read.')
  ),
  markUnread: useAction(
    MARK_CONVERSATION_UNREAD,
    id,
    t('The conversation could not be marked as unread.')
  ),
  assign: useAction<{ userId: string | null }>(
    ASSIGN_CONVERSATION,
    id,
    t('The conversation could not be assigned.')
  ),
  snooze: useAction<{ until: string }>(
    SNOOZE_CONVERSATION,
    id,
    t('The conversation could not be snoozed.')
  ),
  addLabel: useAction<{ labelId: string }>(
    LABEL_CONVERSATION,
    id,
    t('The label could not be added.')
  ),
  removeLabel: useAction<{ labelId: string }>(
    UNLABEL_CONVERSATION,
    id,
    t('The label could not be removed.')
  ),
})
