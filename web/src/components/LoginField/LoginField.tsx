import { useId } from 'react'

import { FIELD, FIELD_ERROR, LABEL } from 'src/components/fieldLook'

interface LoginFieldProps {
  type: 'email' | 'password'
  label: string
  autoComplete: string
  autoFocus?: boolean
  value: string
  onChange: (value: string) => void
  problem: string | null
}

/** A field of the login, and what is wrong with it. */
const LoginField = ({
  type,
  label,
  value,
  onChange,
  problem,
  ...input
}: LoginFieldProps) => {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={LABEL}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        type={type}
        name={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        className={FIELD}
      />
      {problem && (
        <span id={`${id}-problem`} className={FIELD_ERROR} role="alert">
          {problem}
        </span>
      )}
    </div>
  )
}

export default LoginField
