import { useState } from 'react'

import Choice from 'src/components/Choice'
import type { Hour } from 'src/lib/analytics/figures'
import { hourName, weekdayName } from 'src/lib/analytics/words'
import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

const DIRECTIONS = [
  {
    value: 'inbound',
    get label() {
      return t('Received')
    },
  },
  {
    value: 'sent',
    get label() {
      return t('Sent')
    },
  },
] as const

type Direction = (typeof DIRECTIONS)[number]['value']

/** The week by the hour: the darker a field, the more was written then. A table, with its figures in it. */
const HourGrid = ({ hours }: { hours: readonly Hour[] }) => {
  const [direction, setDirection] = useState<Direction>('inbound')
  const known = new Map(
    hours.map((hour) => [`${hour.weekday} ${hour.hour}`, hour[direction]])
  )
  const of = (weekday: number, hour: number) =>
    known.get(`${weekday} ${hour}`) ?? 0
  const most = Math.max(1, ...known.values())

  return (
    <div className="flex flex-col gap-4">
      <div className="w-fit">
        <Choice
          legend={t('Messages')}
          options={DIRECTIONS}
          value={direction}
          onChange={setDirection}
        />
      </div>
      <table className="w-full table-fixed border-separate border-spacing-px text-xs">
        <caption className="sr-only">
          {t('Messages by weekday and hour')}
        </caption>
        <thead>
          <tr>
            <th className="w-10">
              <span className="sr-only">{t('Weekday')}</span>
            </th>
            {HOURS.map((hour) => (
              <th
                key={hour}
                scope="col"
                className="overflow-visible pb-1 text-left font-normal whitespace-nowrap text-ink-faint"
              >
                <span className={hour % 6 === 0 ? undefined : 'sr-only'}>
                  {hourName(hour)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((weekday) => (
            <tr key={weekday}>
              <th scope="row" className="text-left font-normal text-ink-soft">
                {weekdayName(weekday)}
              </th>
              {HOURS.map((hour) => (
                <td
                  key={hour}
                  title={`${weekdayName(weekday)}, ${hourName(hour)}: ${count(of(weekday, hour))}`}
                  className="h-6 rounded-sm"
                  style={{
                    // Never so pale that it is taken for none.
                    background:
                      of(weekday, hour) > 0
                        ? `color-mix(in oklab, var(--signal) ${15 + 85 * (of(weekday, hour) / most)}%, var(--surface))`
                        : 'var(--canvas)',
                  }}
                >
                  <span className="sr-only">{count(of(weekday, hour))}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p
        aria-hidden
        className="flex items-center gap-2 text-xs text-ink-faint tabular-nums"
      >
        0
        <span
          className="h-2 w-24 rounded-full"
          style={{
            background:
              'linear-gradient(to right, color-mix(in oklab, var(--signal) 15%, var(--surface)), var(--signal))',
          }}
        />
        {count(most)} {t('in the busiest hour')}
      </p>
    </div>
  )
}

export default HourGrid
