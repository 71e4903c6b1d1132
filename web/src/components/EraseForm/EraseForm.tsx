import { useState } from 'react'
import type { FormEvent } from 'react'

import type {
  EraseContactMutation,
  EraseContactMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import Button from 'src/components/Button'
import { FIELD, LABEL } from 'src/components/fieldLook'
import Problem from 'src/components/Problem'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { ERASE_CONTACT } from 'src/queries/privacy'

interface EraseFormProps {
  contact: { id: string; address: string }
  onDone: () => void
}

/** There is no way back, so the number is typed. */
const EraseForm = ({ contact: { id, address }, onDone }: EraseFormProps) => {
  const [confirmation, setConfirmation] = useState('')
  const [erase, { loading, error }] = useMutation<
    EraseContactMutation,
    EraseContactMutationVariables
  >(ERASE_CONTACT)

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    // What went wrong is said in the form.
    erase({ variables: { id, confirmation } }).then(onDone, () => {})
  }

  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <p>
        {t(
          'Name, number, notes, texts and files of this contact are taken out of everything that is kept here, for good. Who did not want to be written to is still not written to.'
        )}
      </p>
      <p className="text-ink-soft">
        {t('What Twilio keeps, and backups, are not touched.')}
      </p>
      <div className="flex flex-col gap-1">
        <label htmlFor="erase-confirmation" className={LABEL}>
          {t('Type {address} to confirm', { address })}
        </label>
        <input
          id="erase-confirmation"
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={confirmation}
          onChange={(event) => setConfirmation(event.target.value)}
          className={FIELD}
        />
      </div>
      {error && <Problem>{errorText(error)}</Problem>}
      <div className="flex justify-end gap-2">
        <Button look="bare" onClick={onDone}>
          {t('Cancel')}
        </Button>
        <Button
          type="submit"
          look="primary"
          disabled={loading || confirmation.trim() !== address}
        >
          {t('Erase for good')}
        </Button>
      </div>
    </form>
  )
}

export default EraseForm
