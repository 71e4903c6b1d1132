import type { ReactNode } from 'react'

interface CheckboxProps {
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
  children: ReactNode
}

const Checkbox = ({ checked, onChange, disabled, children }: CheckboxProps) => (
  <label className="flex items-center gap-2">
    <input
      type="checkbox"
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.target.checked)}
      className="size-4 shrink-0 accent-signal"
    />
    {children}
  </label>
)

export default Checkbox
