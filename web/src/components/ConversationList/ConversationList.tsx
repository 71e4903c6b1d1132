import { MailOpen } from 'lucide-react'
import type { ConversationFields } from 'types/graphql'

import ConversationRow from 'src/components/ConversationRow'
import LoadMore from 'src/components/LoadMore'
import Placeholder from 'src/components/Placeholder'
import { useChannelNames } from 'src/hooks/useChannelNames'
import { usePlace } from 'src/hooks/usePlace'
import { inboxPath } from 'src/lib/folders/inboxPath'

interface ConversationListProps {
  conversations: ConversationFields[]
  /** Of those that were read meanwhile, only the open one stays. */
  hidesRead?: boolean
  loadMore?: () => Promise<unknown> | undefined
}

const ConversationList = ({
  conversations,
  hidesRead,
  loadMore,
}: ConversationListProps) => {
  const place = usePlace()
  const channelNames = useChannelNames()
  const shown = conversations.filter(
    ({ id, unreadCount }) =>
      !hidesRead || unreadCount > 0 || id === place.conversationId
  )

  return (
    <div data-scroller className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      {shown.length === 0 && !loadMore && (
        <Placeholder icon={MailOpen} title="Nothing unread">
          <p>Everything has been read.</p>
        </Placeholder>
      )}
      {/* Safari takes the role of a list from one without bullets. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" aria-label="Conversations" className="px-2 pb-2">
        {shown.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            channelName={channelNames.get(conversation.senderAddress)}
            isOpen={conversation.id === place.conversationId}
            to={inboxPath({
              ...place,
              pane: undefined,
              conversationId: conversation.id,
            })}
          />
        ))}
      </ul>
      {loadMore && (
        // A new one for each page, since a page that fills nothing leaves the end in view.
        <LoadMore
          key={conversations.length}
          label="More conversations"
          onLoad={loadMore}
        />
      )}
    </div>
  )
}

export default ConversationList
