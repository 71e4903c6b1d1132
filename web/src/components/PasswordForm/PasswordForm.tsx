import type {
  ChangePasswordMutation,
  ChangePasswordMutationVariables,
} from 'types/graphql'

import { Form, Submit, useForm } from '@redwoodjs/forms'
import { useMutation } from '@redwoodjs/web'

import { buttonLook } from 'src/components/Button'
import PasswordInput from 'src/components/PasswordInput'
import Problem from 'src/components/Problem'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { CHANGE_PASSWORD } from 'src/queries/access'

const PasswordForm = () => {
  const form = useForm<ChangePasswordMutationVariables>()
  const [change, { loading, error, data }] = useMutation<
    ChangePasswordMutation,
    ChangePasswordMutationVariables
  >(CHANGE_PASSWORD)

  // What went wrong is said below.
  const onSubmit = (variables: ChangePasswordMutationVariables) =>
    change({ variables }).then(
      () => form.reset(),
      () => {}
    )

  return (
    <Form
      formMethods={form}
      onSubmit={onSubmit}
      className="flex max-w-md flex-col gap-4"
    >
      <PasswordInput name="current" label={t('Present password')} />
      <PasswordInput name="next" label={t('New password')} isNew />
      {error && <Problem>{errorText(error)}</Problem>}
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {data && t('The password is changed. Your other logins have ended.')}
      </p>
      <Submit
        disabled={loading}
        className={`${buttonLook('primary')} self-start`}
      >
        {loading ? t('Changing…') : t('Change the password')}
      </Submit>
    </Form>
  )
}

export default PasswordForm
