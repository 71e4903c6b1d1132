import type { Role } from 'types/graphql'

import { FIELD, LABEL } from 'src/components/fieldLook'
import { t } from 'src/lib/language/t'
import { roleLabel, ROLES } from 'src/lib/roles'

interface RoleSelectProps {
  id: string
  label: string
  isLabelHidden?: boolean
  value: Role
  disabled?: boolean
  onChange: (role: Role) => void
}

const RoleSelect = ({
  id,
  label,
  isLabelHidden,
  value,
  disabled,
  onChange,
}: RoleSelectProps) => (
  <div className="flex flex-col gap-1">
    <label htmlFor={id} className={isLabelHidden ? 'sr-only' : LABEL}>
      {label}
    </label>
    <select
      id={id}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value as Role)}
      className={FIELD}
    >
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {t(roleLabel(role))}
        </option>
      ))}
    </select>
  </div>
)

export default RoleSelect
