import { useState } from 'react'

import type {
  ApiKeyScope,
  CreateApiKeyMutation,
  CreateApiKeyMutationVariables,
  Role,
} from 'types/graphql'

import {
  DateField,
  FieldError,
  Form,
  Label,
  Submit,
  TextField,
} from '@redwoodjs/forms'
import { useMutation } from '@redwoodjs/web'

import { buttonLook } from 'src/components/Button'
import Checkbox from 'src/components/Checkbox'
import { FIELD, FIELD_ERROR, LABEL } from 'src/components/fieldLook'
import Problem from 'src/components/Problem'
import RoleSelect from 'src/components/RoleSelect'
import ShownOnce from 'src/components/ShownOnce'
import { errorText } from 'src/lib/errorText'
import type { Text } from 'src/lib/language/t'
import { t } from 'src/lib/language/t'
import { API_KEYS, CREATE_API_KEY } from 'src/queries/access'

const SCOPES = [
  { value: 'READ', says: 'Reads and listens; files and figures' },
  { value: 'SEND', says: 'Sends, sends again, cancels' },
  { value: 'WORK', says: 'Notes, labels, archiving, uploads' },
  { value: 'CONFIGURE', says: 'What is for administrators' },
] as const satisfies { value: ApiKeyScope; says: Text }[]

const ApiKeyForm = ({ onDone }: { onDone: () => void }) => {
  const [role, setRole] = useState<Role>('AGENT')
  const [scopes, setScopes] = useState<ApiKeyScope[]>(
    SCOPES.map(({ value }) => value)
  )
  const [create, { data, loading, error }] = useMutation<
    CreateApiKeyMutation,
    CreateApiKeyMutationVariables
  >(CREATE_API_KEY, { refetchQueries: [API_KEYS] })

  if (data) {
    return (
      <ShownOnce
        label={t('API key')}
        value={data.createApiKey.key}
        onDone={onDone}
      >
        {t(
          'The program sends this key as “Authorization: Bearer”. Copy it now: it is not shown again.'
        )}
      </ShownOnce>
    )
  }

  const onSubmit = ({ name, end }: { name: string; end: Date | null }) => {
    const expiresAt = end?.toISOString() ?? null
    // What went wrong is said below.
    create({ variables: { input: { name, role, scopes, expiresAt } } }).catch(
      () => {}
    )
  }

  const toggle = (scope: ApiKeyScope, isOn: boolean) =>
    setScopes(
      isOn ? [...scopes, scope] : scopes.filter((each) => each !== scope)
    )

  return (
    <Form onSubmit={onSubmit} className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <Label name="name" className={LABEL} errorClassName={LABEL}>
          {t('What uses it')}
        </Label>
        <TextField
          name="name"
          emptyAs=""
          // Else the dialog gives the focus to the button that closes it.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          autoComplete="off"
          maxLength={100}
          placeholder={t('Nightly report')}
          className={FIELD}
          errorClassName={FIELD}
          validation={{
            required: { value: true, message: t('A name is needed.') },
          }}
        />
        <FieldError name="name" className={FIELD_ERROR} role="alert" />
      </div>
      <RoleSelect
        id="key-role"
        label={t('Role')}
        value={role}
        onChange={setRole}
      />
      <fieldset className="flex flex-col gap-1.5">
        <legend className={`${LABEL} mb-1`}>
          {t('May, of what the role may')}
        </legend>
        {SCOPES.map(({ value, says }) => (
          <Checkbox
            key={value}
            checked={scopes.includes(value)}
            onChange={(isOn) => toggle(value, isOn)}
          >
            {t(says)}
          </Checkbox>
        ))}
      </fieldset>
      <div className="flex flex-col gap-1">
        <Label name="end" className={LABEL} errorClassName={LABEL}>
          {t('Expires (may be left empty)')}
        </Label>
        <DateField
          name="end"
          emptyAs={null}
          className={FIELD}
          errorClassName={FIELD}
        />
      </div>
      {error && <Problem>{errorText(error)}</Problem>}
      <Submit
        disabled={loading || scopes.length === 0}
        className={`${buttonLook('primary')} self-end`}
      >
        {loading ? t('Making it…') : t('Make the key')}
      </Submit>
    </Form>
  )
}

export default ApiKeyForm
