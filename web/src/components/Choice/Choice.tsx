import { useId } from 'react'

import type { LucideIcon } from 'lucide-react'

interface ChoiceProps<Value extends string> {
  legend: string
  options: readonly { value: Value; label: string; icon?: LucideIcon }[]
  value: Value
  onChange: (value: Value) => void
}

/** One of a few, side by side. */
const Choice = <Value extends string>({
  legend,
  options,
  value: chosen,
  onChange,
}: ChoiceProps<Value>) => {
  const name = useId()
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{legend}</legend>
      <div className="flex rounded-lg bg-canvas p-1">
        {options.map(({ value, label, icon: Icon }) => (
          <label
            key={value}
            className="flex flex-1 items-center justify-center gap-1.5 rounded-md px-2.5 py-1 text-sm whitespace-nowrap text-ink-soft has-checked:bg-surface has-checked:shadow-sm has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-signal"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={chosen === value}
              onChange={() => onChange(value)}
              className="sr-only"
            />
            {Icon && <Icon className="size-3.5" aria-hidden />}
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export default Choice
