import { useState } from 'react'
import type { ReactNode } from 'react'

import { Lock } from 'lucide-react'
import { flushSync } from 'react-dom'
import type { ConversationFields } from 'types/graphql'

import ComposerForm from 'src/components/ComposerForm'
import ComposerModes from 'src/components/ComposerModes'
import type { ComposerMode } from 'src/components/ComposerModes/ComposerModes'
import NoteForm from 'src/components/NoteForm'
import OptOutNotice from 'src/components/OptOutNotice'
import { useOperator } from 'src/hooks/useOperator'
import { t } from 'src/lib/language/t'

/** Why nothing can be written here, or null. */
function whyClosed({
  channel,
  contact,
  twilio,
}: ConversationFields): string | null {
  if (contact.erasedAt) {
    return t('This contact was erased: there is nobody to write to.')
  }
  if (channel === 'VOICE') {
    // Who calls from elsewhere, or without a number, can't be written to.
    return contact.address.startsWith('+')
      ? t(
          'Calls are listed here. To write to this number, start a new conversation.'
        )
      : t('Calls are listed here.')
  }
  return twilio?.closedBecause ?? null
}

const Closed = ({ children }: { children: ReactNode }) => (
  <p className="flex items-center justify-center gap-2 border-t border-line px-5 py-4 text-sm text-ink-soft">
    <Lock className="size-4 shrink-0" aria-hidden />
    {children}
  </p>
)

/** What stands where one writes to the contact. */
const Reply = ({ conversation }: { conversation: ConversationFields }) => {
  const reason = whyClosed(conversation)
  if (conversation.optedOutAt) {
    return <OptOutNotice conversation={conversation} />
  }
  return reason ? (
    <Closed>{reason}</Closed>
  ) : (
    <ComposerForm conversation={conversation} />
  )
}

const Composer = ({ conversation }: { conversation: ConversationFields }) => {
  const { canWrite } = useOperator()
  const [mode, setMode] = useState<ComposerMode>('reply')
  // The field of the other mode is there only after this.
  const choose = (next: ComposerMode) => {
    flushSync(() => setMode(next))
    document.getElementById('composer')?.focus()
  }

  return canWrite ? (
    <div className="flex flex-col border-t border-line">
      <ComposerModes mode={mode} onChoose={choose} />
      {mode === 'note' ? (
        <NoteForm conversationId={conversation.id} />
      ) : (
        <Reply conversation={conversation} />
      )}
    </div>
  ) : (
    <Closed>
      {t(
        'You can read along. To answer, ask an administrator for the role of an agent.'
      )}
    </Closed>
  )
}

export default Composer
