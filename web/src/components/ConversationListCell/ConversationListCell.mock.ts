import { aConnection, aConversation } from 'src/testing/fixtures'

export const standard = () => ({
  conversations: aConnection('Conversation', [
    aConversation({ unreadCount: 2 }),
    aConversation({
      id: 'c2',
      contact: {
        id: 'p2',
        address: '+442079460000',
        name: null,
        createdAt: '2026-03-01T10:00:00.000Z',
        updatedAt: '2026-03-01T10:00:00.000Z',
      },
    }),
  ]),
})
