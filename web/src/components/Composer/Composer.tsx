import { Lock } from 'lucide-react'
import type { ConversationFields } from 'types/graphql'

import ComposerForm from 'src/components/ComposerForm'
import OptOutNotice from 'src/components/OptOutNotice'
import { useOperator } from 'src/hooks/useOperator'

/** Why nothing can be written here, or null. */
function whyClosed(
  { channel, contact, twilio }: ConversationFields,
  canWrite: boolean
): string | null {
  if (!canWrite) {
    return 'You can read along. To answer, ask an administrator for the role of an agent.'
  }
  if (channel === 'VOICE') {
    // Who calls from elsewhere, or without a number, can't be written to.
    return contact.address.startsWith('+')
      ? 'Calls are listed here. To write to this number, start a new conversation.'
      : 'Calls are listed here.'
  }
  if (twilio) {
    return twilio.closedBecause ?? null
  }
  if (channel !== 'SMS') {
    return 'This conversation can be read here, but not answered yet.'
  }
  return null
}

const Composer = ({ conversation }: { conversation: ConversationFields }) => {
  const { canWrite } = useOperator()
  const reason = whyClosed(conversation, canWrite)

  if (conversation.optedOutAt) {
    return <OptOutNotice conversation={conversation} />
  }
  return reason ? (
    <p className="flex items-center justify-center gap-2 border-t border-line px-5 py-4 text-sm text-ink-soft">
      <Lock className="size-4 shrink-0" aria-hidden />
      {reason}
    </p>
  ) : (
    <ComposerForm conversation={conversation} />
  )
}

export default Composer
