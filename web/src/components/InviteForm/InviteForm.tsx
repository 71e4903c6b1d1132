import { useState } from 'react'

import type {
  InviteUserMutation,
  InviteUserMutationVariables,
  Role,
} from 'types/graphql'

import {
  EmailField,
  FieldError,
  Form,
  Label,
  Submit,
  TextField,
} from '@redwoodjs/forms'
import { useMutation } from '@redwoodjs/web'

import { buttonLook } from 'src/components/Button'
import { FIELD, FIELD_ERROR, LABEL } from 'src/components/fieldLook'
import Problem from 'src/components/Problem'
import RoleSelect from 'src/components/RoleSelect'
import ShownOnce from 'src/components/ShownOnce'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { INVITE_USER, USER_ACCOUNTS } from 'src/queries/access'

/** Makes a user, and the link that sets the password. */
const InviteForm = ({ onDone }: { onDone: () => void }) => {
  const [role, setRole] = useState<Role>('AGENT')
  const [invite, { data, loading, error }] = useMutation<
    InviteUserMutation,
    InviteUserMutationVariables
  >(INVITE_USER, { refetchQueries: [USER_ACCOUNTS] })

  if (data) {
    return (
      <ShownOnce label={t('Link')} value={data.inviteUser.link} onDone={onDone}>
        {t(
          'Send this link to {email}, by a way that nobody else reads: whoever opens it sets the password. It works once, for 7 days, and is not shown again.',
          { email: data.inviteUser.account.email }
        )}
      </ShownOnce>
    )
  }

  // What went wrong is said below.
  const onSubmit = (input: { email: string; name: string }) =>
    invite({ variables: { input: { ...input, role } } }).then(
      () => {},
      () => {}
    )

  return (
    <Form onSubmit={onSubmit} className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <Label name="email" className={LABEL} errorClassName={LABEL}>
          {t('Email')}
        </Label>
        <EmailField
          name="email"
          // Else the dialog gives the focus to the button that closes it.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          autoComplete="off"
          className={FIELD}
          errorClassName={FIELD}
          validation={{
            required: { value: true, message: t('An e-mail is needed.') },
          }}
        />
        <FieldError name="email" className={FIELD_ERROR} role="alert" />
      </div>
      <div className="flex flex-col gap-1">
        <Label name="name" className={LABEL} errorClassName={LABEL}>
          {t('Name')}
        </Label>
        <TextField
          name="name"
          emptyAs=""
          autoComplete="off"
          maxLength={100}
          className={FIELD}
          errorClassName={FIELD}
        />
      </div>
      <RoleSelect
        id="invite-role"
        label={t('Role')}
        value={role}
        onChange={setRole}
      />
      {error && <Problem>{errorText(error)}</Problem>}
      <Submit
        disabled={loading}
        className={`${buttonLook('primary')} self-end`}
      >
        {loading ? t('Inviting…') : t('Invite')}
      </Submit>
    </Form>
  )
}

export default InviteForm
