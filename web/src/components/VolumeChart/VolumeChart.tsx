import { useId } from 'react'

import { scaleLinear } from '@visx/scale'

import DayChart from 'src/components/DayChart'
import FigureTable from 'src/components/FigureTable'
import Legend from 'src/components/Legend'
import { type Day, openOf, sumOf } from 'src/lib/analytics/figures'
import { longDay } from 'src/lib/analytics/words'
import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'

const TICKS = 4

/** Round ones, the last of which no column exceeds; few messages have no half ones between them. */
const ticksFor = (most: number) =>
  scaleLinear({ domain: [0, Math.max(most, TICKS)], nice: TICKS }).ticks(TICKS)

/** The parts of a day's column, from the ground up. */
const PARTS = [
  {
    get label() {
      return t('Delivered')
    },
    value: ({ delivered }: Day) => delivered,
  },
  {
    get label() {
      return t('On the way, or not said')
    },
    value: openOf,
  },
  {
    get label() {
      return t('Failed')
    },
    value: ({ failed }: Day) => failed,
  },
] as const

const describe = (days: readonly Day[]) => {
  const { sent, delivered, failed } = sumOf(days)
  return t(
    'Messages per day: {sent} sent, of which {delivered} were delivered and {failed} failed.',
    { sent: count(sent), delivered: count(delivered), failed: count(failed) }
  )
}

/** What was sent each day, and what became of it. Failed is hatched too, for who can't tell its colour. */
const VolumeChart = ({ days }: { days: readonly Day[] }) => {
  const hatch = useId()
  const fills = ['var(--signal)', 'var(--chart-open)', `url(#${hatch})`]
  return (
    <figure>
      <svg aria-hidden width={0} height={0} className="absolute">
        <pattern
          id={hatch}
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={6} height={6} fill="var(--danger)" />
          <rect width={2} height={6} fill="var(--surface)" opacity={0.55} />
        </pattern>
      </svg>
      <Legend
        items={PARTS.map(({ label }, part) => ({
          label,
          mark: <rect width={16} height={12} rx={2} fill={fills[part]} />,
        }))}
      />
      <DayChart
        label={describe(days)}
        rows={days}
        ticks={ticksFor(Math.max(...days.map(({ sent }) => sent)))}
        formatTick={count}
        tip={(day) => (
          <ul>
            <li>{t('{count} sent', { count: count(day.sent) })}</li>
            {PARTS.map(({ label, value }) => (
              <li key={label} className="text-ink-soft">
                {count(value(day))} {label.toLowerCase()}
              </li>
            ))}
            <li className="text-ink-soft">
              {t('{count} received', { count: count(day.inbound) })}
            </li>
          </ul>
        )}
      >
        {({ x, y, columnWidth }) =>
          days.map((day) => {
            let ground = 0
            return (
              <g key={day.day}>
                {PARTS.map(({ label, value }, part) => {
                  const from = y(ground)
                  ground += value(day)
                  const to = y(ground)
                  return from > to ? (
                    <rect
                      key={label}
                      x={x(day.day)}
                      y={to}
                      width={columnWidth}
                      // A line of paper between the parts, where there is room for one.
                      height={from - to > 3 ? from - to - 1 : from - to}
                      fill={fills[part]}
                    />
                  ) : null
                })}
              </g>
            )
          })
        }
      </DayChart>
      <FigureTable
        caption={t('Messages per day')}
        rows={days}
        keyOf={({ day }) => day}
        columns={[
          { label: t('Day'), value: ({ day }) => longDay(day) },
          { label: t('Sent'), value: ({ sent }) => count(sent) },
          ...PARTS.map(({ label, value }) => ({
            label,
            value: (day: Day) => count(value(day)),
          })),
          { label: t('Received'), value: ({ inbound }) => count(inbound) },
        ]}
      />
    </figure>
  )
}

export default VolumeChart
