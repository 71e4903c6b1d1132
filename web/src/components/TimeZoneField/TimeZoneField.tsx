import { useId, useMemo } from 'react'

import { FIELD, LABEL } from 'src/components/fieldLook'
import { t } from 'src/lib/language/t'

interface TimeZoneFieldProps {
  /** Empty where none is named; that can be chosen if it has a label. */
  value: string
  emptyLabel?: string
  onChange: (zone: string) => void
}

const TimeZoneField = ({ value, emptyLabel, onChange }: TimeZoneFieldProps) => {
  const id = useId()
  const zones = useMemo(
    () =>
      [
        ...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')]),
      ].filter(Boolean),
    [value]
  )
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className={LABEL}>
        {t('Time zone')}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={FIELD}
      >
        {emptyLabel && <option value="">{emptyLabel}</option>}
        {zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </select>
    </div>
  )
}

export default TimeZoneField
