import { InMemoryCache } from '@apollo/client'

import { mergeConversations } from './mergeConversations'
import { mergeMessages } from './mergeMessages'

export const createCache = () =>
  new InMemoryCache({
    possibleTypes: {
      InboxEvent: [
        'MessageAdded',
        'MessageStatusChanged',
        'ConversationChanged',
      ],
    },
    typePolicies: {
      Query: {
        fields: {
          conversations: { keyArgs: ['filter'], merge: mergeConversations },
          failedMessages: { keyArgs: false, merge: mergeConversations },
          messages: { keyArgs: ['conversationId'], merge: mergeMessages },
          // One entity, whoever asked for it: opening a conversation from the list paints at once.
          conversation: (existing, { args, toReference }) =>
            existing === undefined
              ? toReference({ __typename: 'Conversation', id: args?.id })
              : existing,
          inboxCounts: { merge: true },
          // A picture of one moment, which the next replaces whole.
          webhookHealth: { merge: false },
        },
      },
      Message: {
        fields: {
          media: { merge: false },
          timeline: { merge: false },
          // A message that came live has none yet, and its event does not ask for them.
          retries: { merge: false, read: (known = []) => known },
        },
      },
    },
  })
