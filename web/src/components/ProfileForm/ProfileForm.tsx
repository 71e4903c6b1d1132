import type { UpdateMeMutation, UpdateMeMutationVariables } from 'types/graphql'

import { FieldError, Form, Label, Submit, TextField } from '@redwoodjs/forms'
import { useMutation } from '@redwoodjs/web'

import { useAuth } from 'src/auth'
import { buttonLook } from 'src/components/Button'
import { FIELD, FIELD_ERROR, LABEL } from 'src/components/fieldLook'
import Problem from 'src/components/Problem'
import { useOperator } from 'src/hooks/useOperator'
import { announcer } from 'src/lib/announcer'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { UPDATE_ME } from 'src/queries/settings'

/** What colleagues call one. */
const ProfileForm = () => {
  const { reauthenticate } = useAuth()
  const { operator } = useOperator()
  const [update, { loading, error }] = useMutation<
    UpdateMeMutation,
    UpdateMeMutationVariables
  >(UPDATE_ME)

  const onSubmit = async ({ name }: { name: string }) => {
    try {
      await update({ variables: { name } })
      await reauthenticate()
      announcer.say(t('Your name is saved.'))
    } catch {
      // Said below.
    }
  }

  return (
    <Form
      onSubmit={onSubmit}
      className="flex max-w-md flex-wrap items-start gap-3"
    >
      <div className="flex min-w-0 flex-1 basis-56 flex-col gap-1">
        <Label name="name" className={LABEL} errorClassName={LABEL}>
          {t('Name')}
        </Label>
        <TextField
          name="name"
          emptyAs=""
          defaultValue={operator?.name ?? ''}
          autoComplete="name"
          placeholder={operator?.email ?? undefined}
          className={FIELD}
          errorClassName={FIELD}
          validation={{
            maxLength: {
              value: 100,
              message: t('A name has 100 characters at most.'),
            },
          }}
        />
        <FieldError name="name" className={FIELD_ERROR} role="alert" />
      </div>
      <Submit
        disabled={loading}
        className={`${buttonLook('primary')} mt-6.5 h-10`}
      >
        {loading ? t('Saving…') : t('Save')}
      </Submit>
      {error && (
        <div className="basis-full">
          <Problem>{errorText(error)}</Problem>
        </div>
      )}
      <p className="basis-full text-sm text-ink-soft">
        {t('You log in as {email}.', { email: operator?.email })}
      </p>
    </Form>
  )
}

export default ProfileForm
