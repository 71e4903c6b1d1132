import gql from 'graphql-tag'

import { db } from 'src/lib/db'
import type { LiveEvent } from 'src/lib/live/events'
import { listen } from 'src/lib/live/listen'
import { loadOnce } from 'src/lib/live/loadOnce'

export const schema = gql`
  type Subscription {
    "Every message whose status is another one now; of one conversation, or of all."
    messageStatusChanged(conversationId: ID): Message! @requireAuth
  }
`

type StatusChanged = Extract<LiveEvent, { kind: 'messageStatusChanged' }>

const loadMessage = loadOnce(({ messageId }: StatusChanged) =>
  db.message.findUniqueOrThrow({ where: { id: messageId } })
)

const messageStatusChanged = {
  messageStatusChanged: {
    subscribe: (_root: unknown, args: { conversationId?: string | null }) =>
      listen(['messageStatusChanged'], args.conversationId),
    resolve: loadMessage,
  },
}

export default messageStatusChanged
