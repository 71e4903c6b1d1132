import { useState } from 'react'

import { Pencil } from 'lucide-react'
import type { KeptFields } from 'types/graphql'

import IconButton from 'src/components/IconButton'
import NotesForm from 'src/components/NotesForm'
import { useOperator } from 'src/hooks/useOperator'
import { notesDrafts } from 'src/lib/drafts/notesDrafts'
import { t } from 'src/lib/language/t'

interface ContactNotesProps {
  contact: KeptFields
  onStale: () => void
}

/** What operators know of a contact, for each other. */
const ContactNotes = ({ contact, onStale }: ContactNotesProps) => {
  const { canWrite } = useOperator()
  const [isWriting, setIsWriting] = useState(
    () => notesDrafts.read(contact.id) !== null
  )

  return (
    <section aria-label={t('Notes')} className="border-t border-line pt-5">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold">{t('Notes')}</h3>
        {canWrite && !isWriting && (
          <IconButton
            icon={Pencil}
            label={t('Edit the notes')}
            className="!size-8"
            onClick={() => setIsWriting(true)}
          />
        )}
      </div>
      {isWriting ? (
        <NotesForm
          contact={contact}
          onStale={onStale}
          onDone={() => setIsWriting(false)}
        />
      ) : contact.notes ? (
        <p dir="auto" className="mt-1 wrap-anywhere whitespace-pre-wrap">
          {contact.notes}
        </p>
      ) : (
        <p className="text-sm text-ink-soft">
          {t('Nothing yet. Only your colleagues see them.')}
        </p>
      )}
    </section>
  )
}

export default ContactNotes
