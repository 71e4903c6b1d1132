import type { ConversationFields, InboxFolder } from 'types/graphql'

import { contactName } from 'src/lib/contactName'
import { describeMedia } from 'src/lib/describeMedia'
import { t } from 'src/lib/language/t'
import type { InboxEvent, LiveMessage } from 'src/lib/live/inboxEvent'
import type { Settings } from 'src/lib/settings/settings'

/** What one is told of, also where one does not look. */
export interface News {
  /** The same news has the same one, in all tabs. */
  id: string
  title: string
  text: string
  conversationId: string
}

type Listener = Pick<Settings, 'mutedFolders'> & {
  operatorId: string | undefined
}

const LONGEST = 140

const shorten = (text: string) =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text

/** The folder that tells most of an open conversation. */
const folderOf = (
  { assignee }: ConversationFields,
  operatorId: string | undefined
): InboxFolder => {
  if (!assignee) {
    return 'UNASSIGNED'
  }
  return assignee.id === operatorId ? 'MINE' : 'OPEN'
}

const textOf = ({ body, call, media, location }: LiveMessage) => {
  if (body) {
    return shorten(body)
  }
  if (call) {
    return t('Call')
  }
  return media[0]
    ? describeMedia(media[0].contentType)
    : (location?.label ?? t('New message'))
}

/**
 * What of an event one operator is told of: what a contact writes, unless its folder is muted; what is assigned to the
 * operator by somebody else; and where a note names the operator, always.
 */
export function newsOf(
  event: InboxEvent,
  { operatorId, mutedFolders }: Listener
): News | null {
  if (event.__typename === 'MessageAdded') {
    const { message } = event
    const { conversation } = message
    const isMuted = mutedFolders.includes(folderOf(conversation, operatorId))
    return message.direction === 'INBOUND' && !isMuted
      ? {
          id: message.id,
          title: contactName(conversation.contact),
          text: textOf(message),
          conversationId: conversation.id,
        }
      : null
  }
  if (event.__typename !== 'ThreadEntryAdded') {
    return null
  }
  const { id, kind, actor, actorName, body, conversation } = event.entry
  const { mentions, subject } = event.entry
  const isMe = (user: { id: string } | null | undefined) =>
    !!user && user.id === operatorId
  if (isMe(actor)) {
    return null
  }
  const who = actorName || t('Somebody')
  const news = { id, conversationId: conversation.id }
  if (kind === 'NOTE' && mentions.some(isMe)) {
    // One whose text was taken out comes again, to take it off the screens.
    return !body
      ? null
      : {
          ...news,
          title: t('{who} mentioned you', { who }),
          text: shorten(body),
        }
  }
  return kind === 'ASSIGNED' && isMe(subject) && !mutedFolders.includes('MINE')
    ? {
        ...news,
        title: t('{who} assigned a conversation to you', { who }),
        text: '',
      }
    : null
}
