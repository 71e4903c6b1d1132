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
          messages: { keyArgs: ['conversationId'], merge: mergeMessages },
          // One entity, whoever asked for it: opening a conversation from the list paints at once.
          conversation: (existing, { args, toReference }) =>
            existing === undefined
              ? toReference({ __typename: 'Conversation', id: args?.id })
              : existing,
          inboxCounts: { merge: true },
        },
      },
      Message: { fields: { media: { merge: false } } },
    },
  })
