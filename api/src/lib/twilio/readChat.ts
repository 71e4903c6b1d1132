import type { ChatFacts } from './chatFacts'

type Answered = Pick<ChatFacts, 'sid'> & {
  chatServiceSid?: string
  messagingServiceSid: string
  friendlyName: string
  uniqueName: string
  attributes: string
  state: string
  dateCreated: Date
  dateUpdated: Date
}

/** A conversation as REST answers it. */
export const readChat = (answered: Answered): ChatFacts => ({
  sid: answered.sid,
  serviceSid: answered.chatServiceSid ?? undefined,
  messagingServiceSid: answered.messagingServiceSid ?? undefined,
  friendlyName: answered.friendlyName ?? undefined,
  uniqueName: answered.uniqueName ?? undefined,
  attributes: answered.attributes,
  state: answered.state,
  createdAt: answered.dateCreated,
  updatedAt: answered.dateUpdated,
})
