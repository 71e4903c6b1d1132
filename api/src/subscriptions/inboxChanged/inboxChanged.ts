import gql from 'graphql-tag'

import { db } from 'src/lib/db'
import type { LiveEvent } from 'src/lib/live/events'
import { listen } from 'src/lib/live/listen'
import { loadOnce } from 'src/lib/live/loadOnce'

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

  union InboxEvent = MessageAdded | MessageStatusChanged | ConversationChanged

  type Subscription {
    "Everything that the inbox shows, on one connection."
    inboxChanged: InboxEvent! @requireAuth
  }
`

const findMessage = (id: string) =>
  db.message.findUniqueOrThrow({ where: { id } })

const findConversation = (id: string) =>
  db.conversation.findUniqueOrThrow({ where: { id } })

const resolve = loadOnce(async (event: LiveEvent) => {
  switch (event.kind) {
    case 'messageAdded':
      return {
        __typename: 'MessageAdded',
        message: await findMessage(event.messageId),
      }
    case 'messageStatusChanged':
      return {
        __typename: 'MessageStatusChanged',
        message: await findMessage(event.messageId),
      }
    case 'conversationChanged':
      return {
        __typename: 'ConversationChanged',
        conversation: await findConversation(event.conversationId),
        isNew: event.isNew,
      }
  }
})

const inboxChanged = {
  inboxChanged: {
    subscribe: () =>
      listen(['messageAdded', 'messageStatusChanged', 'conversationChanged']),
    resolve,
  },
}

export default inboxChanged
