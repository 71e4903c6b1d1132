import { useState } from 'react'
import type { FormEvent } from 'react'

import type {
  SetConsentMutation,
  SetConsentMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import Button from 'src/components/Button'
import { FIELD, LABEL } from 'src/components/fieldLook'
import Problem from 'src/components/Problem'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { SET_CONSENT } from 'src/queries/consent'

interface ConsentFormProps {
  conversationId: string
  /** What is to be from now on. */
  allowed: boolean
  onDone: () => void
}

/** Why a contact may be written to, or may not, from now on. */
const ConsentForm = ({ conversationId, allowed, onDone }: ConsentFormProps) => {
  const [note, setNote] = useState('')
  const [save, { loading, error }] = useMutation<
    SetConsentMutation,
    SetConsentMutationVariables
  >(SET_CONSENT)

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    // What went wrong is said in the form, which keeps what was written.
    save({ variables: { conversationId, allowed, note } }).then(
      onDone,
      () => {}
    )
  }

  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <p className="text-ink-soft">
        {allowed
          ? t(
              'Only if the contact agreed. If it was their STOP that Twilio obeys, Twilio refuses messages until they write START.'
            )
          : t(
              'Nothing is sent to them from this address any more, until they write START or a colleague allows it again.'
            )}
      </p>
      <div className="flex flex-col gap-1">
        <label htmlFor="consent-note" className={LABEL}>
          {allowed ? t('How they agreed') : t('Note')}
        </label>
        <textarea
          id="consent-note"
          rows={3}
          maxLength={500}
          dir="auto"
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={note}
          onChange={(event) => setNote(event.target.value)}
          className={`${FIELD} h-auto resize-none py-2`}
        />
        <p className="text-sm text-ink-soft">
          {t('Kept with your name and the time.')}
        </p>
      </div>
      {error && <Problem>{errorText(error)}</Problem>}
      <div className="flex justify-end gap-2">
        <Button look="bare" onClick={onDone}>
          {t('Cancel')}
        </Button>
        <Button
          type="submit"
          look="primary"
          disabled={loading || (allowed && !note.trim())}
        >
          {allowed ? t('Allow messages') : t('Opt out')}
        </Button>
      </div>
    </form>
  )
}

export default ConsentForm
