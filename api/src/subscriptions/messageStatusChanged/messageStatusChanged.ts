import gql from 'graphql-tag'

import type { LiveEvent } from 'src/lib/live/events'
import { listen } from 'src/lib/live/listen'
import { loadOnce } from 'src/lib/live/loadOnce'
import { readMessage } from 'src/lib/thread/readMessage'

export const schema = gql`
  type Subscription {
    "Every message whose status is another one now; of one conversation, or of all."
    messageStatusChanged(conversationId: ID): Message! @requireAuth
  }
`

type StatusChanged = Extract<LiveEvent, { kind: 'messageStatusChanged' }>

const loadMessage = loadOnce(({ messageId }: StatusChanged) =>
  readMessage(messageId)
)

const messageStatusChanged = {
  messageStatusChanged: {
    subscribe: (_root: unknown, args: { conversationId?: string | null }) =>
      listen(['messageStatusChanged'], args.conversationId),
    resolve: loadMessage,
  },
}

export default messageStatusChanged
