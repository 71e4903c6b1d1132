import { FieldError, Label, PasswordField } from '@redwoodjs/forms'

import { FIELD, FIELD_ERROR, LABEL } from 'src/components/fieldLook'
import { t } from 'src/lib/language/t'

/** The server says more of what a good one is. */
const SHORTEST = 10

interface PasswordInputProps {
  name: string
  label: string
  /** It is chosen now, and not one that is known already. */
  isNew?: boolean
}

const PasswordInput = ({ name, label, isNew }: PasswordInputProps) => (
  <div className="flex flex-col gap-1">
    <Label name={name} className={LABEL} errorClassName={LABEL}>
      {label}
    </Label>
    <PasswordField
      name={name}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      className={FIELD}
      errorClassName={FIELD}
      validation={{
        required: { value: true, message: t('A password is needed.') },
        ...(isNew && {
          minLength: {
            value: SHORTEST,
            message: t('A password has at least {count} characters.', {
              count: String(SHORTEST),
            }),
          },
        }),
      }}
    />
    <FieldError name={name} className={FIELD_ERROR} role="alert" />
  </div>
)

export default PasswordInput
