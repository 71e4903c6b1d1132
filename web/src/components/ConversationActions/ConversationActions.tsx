import { Archive, ArchiveRestore, Mail } from 'lucide-react'
import type { ConversationFields } from 'types/graphql'

import { navigate } from '@redwoodjs/router'

import IconButton from 'src/components/IconButton'
import { useConversationActions } from 'src/hooks/useConversationActions'
import { useOperator } from 'src/hooks/useOperator'
import { usePlace } from 'src/hooks/usePlace'
import { inboxPath } from 'src/lib/folders/inboxPath'

/** Archive or reopen, and mark as unread; each is followed by the list, where one chooses what is next. */
const ConversationActions = ({
  conversation,
}: {
  conversation: ConversationFields
}) => {
  const { folder, q } = usePlace()
  const { canWrite } = useOperator()
  const { archive, reopen, markUnread } = useConversationActions(
    conversation.id
  )
  if (!canWrite) {
    return null
  }

  const leave = () => navigate(inboxPath({ folder, q }))
  // An open thread is read as soon as it is seen, so to keep one unread is to leave it.
  const leaveAndMarkUnread = async () => {
    if (await markUnread.run()) {
      leave()
    }
  }
  const leaveAndArchive = async () => {
    if (await archive.run()) {
      leave()
    }
  }

  return (
    <>
      <IconButton
        icon={Mail}
        label="Mark as unread"
        disabled={markUnread.loading || conversation.messageCount === 0}
        onClick={() => void leaveAndMarkUnread()}
      />
      {conversation.status === 'ARCHIVED' ? (
        <IconButton
          icon={ArchiveRestore}
          label="Reopen"
          disabled={reopen.loading}
          onClick={() => void reopen.run()}
        />
      ) : (
        <IconButton
          icon={Archive}
          label="Archive"
          disabled={archive.loading}
          onClick={() => void leaveAndArchive()}
        />
      )}
    </>
  )
}

export default ConversationActions
