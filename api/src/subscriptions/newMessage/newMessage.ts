import gql from 'graphql-tag'

import type { LiveEvent } from 'src/lib/live/events'
import { listen } from 'src/lib/live/listen'
import { loadOnce } from 'src/lib/live/loadOnce'
import { readMessage } from 'src/lib/thread/readMessage'

export const schema = gql`
  type Subscription {
    "Every message that is written, inbound and outbound; of one conversation, or of all."
    newMessage(conversationId: ID): Message! @requireAuth
  }
`

type Added = Extract<LiveEvent, { kind: 'messageAdded' }>

const loadMessage = loadOnce(({ messageId }: Added) => readMessage(messageId))

const newMessage = {
  newMessage: {
    subscribe: (_root: unknown, args: { conversationId?: string | null }) =>
      listen(['messageAdded'], args.conversationId),
    resolve: loadMessage,
  },
}

export default newMessage
