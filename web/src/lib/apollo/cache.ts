import { InMemoryCache } from '@apollo/client'

import { mergeConversations } from './mergeConversations'
import { mergeDeliveries } from './mergeDeliveries'
import { mergeMessages } from './mergeMessages'

export const createCache = () =>
  new InMemoryCache({
    possibleTypes: {
      InboxEvent: [
        'MessageAdded',
        'MessageStatusChanged',
        'ConversationChanged',
        'ThreadEntryAdded',
        'LabelChanged',
        'PresenceChanged',
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
          // The server's lists are whole, and so is what replaces them.
          channels: { merge: false },
          labels: { merge: false },
          users: { merge: false },
          // A picture of one moment, which the next replaces whole.
          webhookHealth: { merge: false },
          analytics: { merge: false },
          setup: { merge: false },
          selfTest: { merge: false },
          auditEntries: { keyArgs: ['filter'], merge: mergeConversations },
          webhookDeliveries: {
            keyArgs: ['endpointId', 'status'],
            merge: mergeDeliveries,
          },
        },
      },
      // Known by Twilio's own id.
      TwilioConversation: {
        keyFields: ['sid'],
        fields: { participants: { merge: false } },
      },
      Channel: {
        fields: {
          openingHours: { merge: false },
          autoReplies: { merge: false },
        },
      },
      Conversation: {
        fields: { consent: { merge: false }, labels: { merge: false } },
      },
      Contact: {
        fields: {
          labels: { merge: false },
          media: { keyArgs: false, merge: mergeConversations },
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
