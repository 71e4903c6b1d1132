import { aConversation } from 'src/testing/fixtures'

export const standard = () => {
  const conversation = aConversation({ messageCount: 12 })
  return {
    conversation: {
      ...conversation,
      contact: {
        ...conversation.contact,
        notes: 'Likes tea' as string | null,
        labels: [
          {
            __typename: 'Label' as const,
            id: 'l1',
            name: 'VIP',
            color: 'RED' as const,
          },
        ],
        conversations: [
          conversation,
          aConversation({ id: 'c2', senderAddress: '+15005550009' }),
        ],
      },
    },
  }
}
