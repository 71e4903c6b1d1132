import gql from 'graphql-tag'

import { db } from 'src/lib/db'
import type { LiveEvent } from 'src/lib/live/events'
import { listen } from 'src/lib/live/listen'
import { loadOnce } from 'src/lib/live/loadOnce'
import { findPeople } from 'src/lib/live/presence/findPeople'
import { readMessage } from 'src/lib/thread/readMessage'

export const schema = gql`
  type MessageAdded {
    message: Message!
  }

  type MessageStatusChanged {
    message: Message!
  }

  type ConversationChanged {
    conversation: Conversation!
    "It has just begun."
    isNew: Boolean!
  }

  type ThreadEntryAdded {
    entry: ThreadEntry!
  }

  "A label was renamed, or got another color; or it was deleted."
  type LabelChanged {
    id: ID!
    "Null where it was deleted."
    label: Label
  }

  union InboxEvent =
    | MessageAdded
    | MessageStatusChanged
    | ConversationChanged
    | ThreadEntryAdded
    | LabelChanged
    | PresenceChanged

  type Subscription {
    "Everything that the inbox shows, on one connection."
    inboxChanged: InboxEvent! @requireAuth
  }
`

const findConversation = (id: string) =>
  db.conversation.findUniqueOrThrow({ where: { id } })

const findEntry = (id: string) =>
  db.threadEntry.findUniqueOrThrow({ where: { id } })

const resolve = loadOnce(async (event: LiveEvent) => {
  switch (event.kind) {
    case 'messageAdded':
      return {
        __typename: 'MessageAdded',
        message: await readMessage(event.messageId),
      }
    case 'messageStatusChanged':
      return {
        __typename: 'MessageStatusChanged',
        message: await readMessage(event.messageId),
      }
    case 'conversationChanged':
      return {
        __typename: 'ConversationChanged',
        conversation: await findConversation(event.conversationId),
        isNew: event.isNew,
      }
    case 'threadEntryAdded':
      return {
        __typename: 'ThreadEntryAdded',
        entry: await findEntry(event.entryId),
      }
    case 'labelChanged':
      return {
        __typename: 'LabelChanged',
        id: event.labelId,
        label: await db.label.findUnique({ where: { id: event.labelId } }),
      }
    case 'presenceChanged':
      return {
        __typename: 'PresenceChanged',
        conversationId: event.conversationId,
        people: await findPeople(event.conversationId),
      }
  }
})

const inboxChanged = {
  inboxChanged: {
    subscribe: () =>
      listen([
        'messageAdded',
        'messageStatusChanged',
        'conversationChanged',
        'threadEntryAdded',
        'labelChanged',
        'presenceChanged',
      ]),
    resolve,
  },
}

export default inboxChanged
