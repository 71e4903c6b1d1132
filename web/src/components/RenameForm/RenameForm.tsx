import type {
  RenameContactMutation,
  RenameContactMutationVariables,
} from 'types/graphql'

import { Form, Submit, TextField } from '@redwoodjs/forms'
import { useMutation } from '@redwoodjs/web'

import Button, { buttonLook } from 'src/components/Button'
import type { NamedContact } from 'src/components/ContactName'
import { FIELD } from 'src/components/fieldLook'
import Problem from 'src/components/Problem'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { RENAME_CONTACT } from 'src/queries/renameContact'

interface RenameFormProps {
  contact: NamedContact
  onDone: () => void
}

const RenameForm = ({ contact, onDone }: RenameFormProps) => {
  const [rename, { loading, error }] = useMutation<
    RenameContactMutation,
    RenameContactMutationVariables
  >(RENAME_CONTACT)

  const onSubmit = ({ name }: { name: string }) =>
    rename({
      variables: { id: contact.id, name: name.trim() },
    }).then(onDone, () => {})

  return (
    <Form
      onSubmit={onSubmit}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
      className="flex w-full flex-col gap-2"
    >
      <TextField
        name="name"
        emptyAs=""
        aria-label={t('Name')}
        defaultValue={contact.name ?? ''}
        maxLength={500}
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        autoComplete="off"
        className={FIELD}
      />
      {error && <Problem>{errorText(error)}</Problem>}
      <div className="flex justify-end gap-2">
        <Button look="bare" onClick={onDone}>
          {t('Cancel')}
        </Button>
        <Submit disabled={loading} className={buttonLook('primary')}>
          {t('Save')}
        </Submit>
      </div>
    </Form>
  )
}

export default RenameForm
