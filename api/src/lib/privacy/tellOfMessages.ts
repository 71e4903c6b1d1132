import { publish } from 'src/lib/live/publish'

export interface ChangedMessage {
  id: string
  conversationId: string
}

/** Screens that show these messages read them anew. */
export const tellOfMessages = (messages: ChangedMessage[]) =>
  publish(
    ...messages.map(({ id, conversationId }) => ({
      kind: 'messageStatusChanged' as const,
      messageId: id,
      conversationId,
    }))
  )
