import { useState } from 'react'

import { X } from 'lucide-react'

import Button from 'src/components/Button'
import { FIELD, LABEL } from 'src/components/fieldLook'
import List from 'src/components/List'
import { t } from 'src/lib/language/t'
import { dayOf } from 'src/lib/time/time'

interface HolidaysFieldProps {
  /** yyyy-mm-dd */
  value: readonly string[]
  onChange: (days: string[]) => void
}

/** A day is the same day for everybody: noon is, wherever it is read. */
const describe = (day: string) => dayOf(`${day}T12:00:00`)

const HolidaysField = ({ value, onChange }: HolidaysFieldProps) => {
  const [day, setDay] = useState('')
  const add = () => {
    onChange([...new Set([...value, day])].sort())
    setDay('')
  }
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className={LABEL}>{t('Holidays')}</legend>
      <div className="flex gap-2">
        <input
          type="date"
          aria-label={t('Holiday')}
          value={day}
          onChange={(event) => setDay(event.target.value)}
          className={`${FIELD} !w-44`}
        />
        <Button disabled={!day} onClick={add} className="!h-10">
          {t('Add')}
        </Button>
      </div>
      {value.length > 0 && (
        <List className="flex flex-wrap gap-1.5">
          {value.map((each) => (
            <li
              key={each}
              className="flex items-center gap-0.5 rounded-lg border border-line bg-raised py-0.5 pr-0.5 pl-2.5 text-sm"
            >
              {describe(each)}
              <button
                type="button"
                aria-label={t('Remove {name}', { name: describe(each) })}
                onClick={() => onChange(value.filter((day) => day !== each))}
                className="grid size-7 place-items-center rounded-md text-ink-soft hover:bg-hover hover:text-ink"
              >
                <X className="size-4" aria-hidden />
              </button>
            </li>
          ))}
        </List>
      )}
    </fieldset>
  )
}

export default HolidaysField
