import { useEffect, useRef, useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'

import { ApolloError } from '@apollo/client'
import type {
  KeptFields,
  UpdateContactNotesMutation,
  UpdateContactNotesMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import Button from 'src/components/Button'
import { FIELD } from 'src/components/fieldLook'
import Problem from 'src/components/Problem'
import { useAutosize } from 'src/hooks/useAutosize'
import { notesDrafts } from 'src/lib/drafts/notesDrafts'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { UPDATE_CONTACT_NOTES } from 'src/queries/contact'

/** As the server takes it. */
const LONGEST = 10_000

interface NotesFormProps {
  contact: KeptFields
  /** Asks for the contact anew: what somebody else wrote meanwhile. */
  onStale: () => void
  onDone: () => void
}

const isConflict = (error: unknown) =>
  error instanceof ApolloError &&
  error.graphQLErrors.some(({ extensions }) => extensions?.code === 'CONFLICT')

/** What operators know of a contact. Who writes at the same time as another sees what that one wrote, and decides. */
const NotesForm = ({ contact, onStale, onDone }: NotesFormProps) => {
  const area = useRef<HTMLTextAreaElement>(null)
  const now = contact.notes ?? ''
  const [begun] = useState(() => notesDrafts.read(contact.id))
  const [text, setText] = useState(begun?.text ?? now)
  /** What this is written over. */
  const [previous, setPrevious] = useState(begun?.previous ?? now)
  const [save, { loading, error }] = useMutation<
    UpdateContactNotesMutation,
    UpdateContactNotesMutationVariables
  >(UPDATE_CONTACT_NOTES)
  useAutosize(area, text)
  // What one has just saved is known before the answer is here.
  const isStale = now !== previous && now !== text
  useEffect(() => {
    if (text === previous) {
      notesDrafts.forget(contact.id)
    } else {
      notesDrafts.keep(contact.id, { text, previous })
    }
  }, [contact.id, text, previous])
  const leave = () => {
    notesDrafts.forget(contact.id)
    onDone()
  }

  const submit = async () => {
    try {
      await save({ variables: { id: contact.id, notes: text, previous } })
      leave()
    } catch (problem) {
      // The form says what went wrong, and keeps what was written.
      if (isConflict(problem)) {
        onStale()
      }
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      void submit()
    } else if (event.key === 'Escape' && text === previous) {
      event.stopPropagation()
      onDone()
    }
  }

  return (
    <form onSubmit={onSubmit} className="mt-2 flex flex-col gap-2">
      <textarea
        ref={area}
        aria-label={t('Notes')}
        dir="auto"
        rows={3}
        maxLength={LONGEST}
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
        className={`${FIELD} field-sizing-content h-auto max-h-80 min-h-[calc(3lh+1rem+2px)] resize-none py-2`}
      />
      {isStale ? (
        <div
          role="alert"
          className="flex flex-col items-start gap-2 rounded-lg bg-caution-soft px-3 py-2 text-sm"
        >
          <p className="font-semibold text-caution">
            {t('Somebody else changed the notes meanwhile:')}
          </p>
          <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
            {now || (
              <span className="text-ink-soft">{t('They are empty now.')}</span>
            )}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button
              onClick={() => {
                setText([now, text].filter(Boolean).join('\n\n'))
                setPrevious(now)
              }}
            >
              {t('Put mine below')}
            </Button>
            <Button onClick={() => setPrevious(now)}>
              {t('Replace theirs')}
            </Button>
          </div>
        </div>
      ) : (
        error && !isConflict(error) && <Problem>{errorText(error)}</Problem>
      )}
      <div className="flex justify-end gap-2">
        <Button look="bare" onClick={leave}>
          {t('Cancel')}
        </Button>
        <Button type="submit" look="primary" disabled={loading || isStale}>
          {t('Save')}
        </Button>
      </div>
    </form>
  )
}

export default NotesForm
