import { useMemo } from 'react'

import { FIELD, LABEL } from 'src/components/fieldLook'

interface TimeZoneFieldProps {
  value: string
  onChange: (zone: string) => void
}

const TimeZoneField = ({ value, onChange }: TimeZoneFieldProps) => {
  const zones = useMemo(
    () => [...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')])],
    [value]
  )
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor="channel-zone" className={LABEL}>
        Time zone
      </label>
      <select
        id="channel-zone"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={FIELD}
      >
        {zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </select>
    </div>
  )
}

export default TimeZoneField
