import { aConversation } from 'src/testing/fixtures'

export const standard = () => {
  const conversation = aConversation({ messageCount: 12 })
  return {
    conversation: {
      ...conversation,
      contact: {
        ...conversation.contact,
        conversations: [
          conversation,
          aConversation({ id: 'c2', senderAddress: '+15005550009' }),
        ],
      },
    },
  }
}
