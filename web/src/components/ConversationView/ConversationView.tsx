import type { ConversationFields } from 'types/graphql'

import Composer from 'src/components/Composer'
import ConversationHeader from 'src/components/ConversationHeader'
import MessagesCell from 'src/components/MessagesCell'

/** One conversation: who it is with, what was said, and what to say next. */
const ConversationView = ({
  conversation,
}: {
  conversation: ConversationFields
}) => (
  <>
    <ConversationHeader conversation={conversation} />
    <MessagesCell conversation={conversation} />
    <Composer conversation={conversation} />
  </>
)

export default ConversationView
