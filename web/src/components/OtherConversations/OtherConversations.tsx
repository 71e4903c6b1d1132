import type { ConversationFields } from 'types/graphql'

import { Link } from '@redwoodjs/router'

import ChannelIcon from 'src/components/ChannelIcon'
import UnreadBadge from 'src/components/UnreadBadge'
import { useNow } from 'src/hooks/useNow'
import { folderOf } from 'src/lib/folders/folderOf'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'
import { formatAddress } from 'src/lib/phone/formatAddress'
import { shortTime } from 'src/lib/time/time'

/** The same contact by other channels, or to other numbers of ours. */
const OtherConversations = ({
  conversations,
}: {
  conversations: readonly ConversationFields[]
}) => {
  const now = useNow()
  if (conversations.length === 0) {
    return null
  }
  return (
    <section className="border-t border-line pt-5">
      <h3 className="mb-1 font-bold">{t('Other conversations')}</h3>
      <ul className="-mx-2">
        {conversations.map((conversation) => (
          <li key={conversation.id}>
            <Link
              to={inboxPath({
                folder: folderOf(conversation),
                conversationId: conversation.id,
              })}
              className="flex items-center gap-2 rounded-lg px-2 py-1.5 hover:bg-hover"
            >
              <ChannelIcon channel={conversation.channel} />
              <span className="min-w-0 flex-1 truncate">
                {t('to {sender}', {
                  sender: formatAddress(conversation.senderAddress),
                })}
              </span>
              {conversation.unreadCount > 0 && (
                <UnreadBadge
                  count={conversation.unreadCount}
                  what={t('unread')}
                />
              )}
              {conversation.lastMessageAt && (
                <span className="text-sm text-ink-faint">
                  {shortTime(conversation.lastMessageAt, now)}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

export default OtherConversations
