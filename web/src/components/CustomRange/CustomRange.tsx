import { FIELD } from 'src/components/fieldLook'
import type { Range } from 'src/lib/analytics/range'
import { t } from 'src/lib/language/t'

interface CustomRangeProps {
  range: Range
  onChange: (days: { from: string; to: string }) => void
}

/** Any days, from and to. */
const CustomRange = ({ range: { from, to }, onChange }: CustomRangeProps) => {
  const fields = [
    {
      label: t('From'),
      value: from,
      max: to,
      next: (day: string) => ({ from: day, to }),
    },
    {
      label: t('Until'),
      value: to,
      min: from,
      next: (day: string) => ({ from, to: day }),
    },
  ]
  return (
    <div className="flex gap-3">
      {fields.map(({ label, next, ...field }) => (
        <label
          key={label}
          className="flex flex-col gap-1.5 text-sm text-ink-soft"
        >
          {label}
          <input
            type="date"
            required
            {...field}
            onChange={({ target }) => {
              // Half a date, or one behind the other, is none yet.
              if (target.validity.valid) {
                onChange(next(target.value))
              }
            }}
            className={`${FIELD} !h-9 !w-auto text-ink`}
          />
        </label>
      ))}
    </div>
  )
}

export default CustomRange
