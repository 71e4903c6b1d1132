import { LinePath } from '@visx/shape'

import DayChart from 'src/components/DayChart'
import type { DayScales } from 'src/components/DayChart'
import FigureTable from 'src/components/FigureTable'
import Legend from 'src/components/Legend'
import type { AnalyticsFigures, Day } from 'src/lib/analytics/figures'
import { waitTicks } from 'src/lib/analytics/waitTicks'
import { longDay, wait } from 'src/lib/analytics/words'
import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'

/** Told apart by their strokes too. */
const LINES = [
  {
    get label() {
      return t('Median')
    },
    value: ({ medianSeconds }: Day) => medianSeconds,
    look: { stroke: 'var(--signal)', strokeWidth: 2.5 },
  },
  {
    get label() {
      return t('90 % within')
    },
    value: ({ p90Seconds }: Day) => p90Seconds,
    look: { stroke: 'var(--caution)', strokeWidth: 2, strokeDasharray: '6 4' },
  },
] as const

const say = (seconds: number | null | undefined) =>
  seconds === null || seconds === undefined ? '–' : wait(seconds)

const Marks = ({
  days,
  line: { value, look },
  scales: { x, y, columnWidth },
}: {
  days: readonly Day[]
  line: (typeof LINES)[number]
  scales: DayScales
}) => {
  const answered = days.filter((day) => value(day) != null)
  const middle = ({ day }: Day) => x(day) + columnWidth / 2
  const height = (day: Day) => y(value(day) ?? 0)
  return (
    <g className="pointer-events-none">
      <LinePath
        data={[...answered]}
        x={middle}
        y={height}
        fill="none"
        {...look}
      />
      {answered.map((day) => (
        <circle
          key={day.day}
          cx={middle(day)}
          cy={height(day)}
          r={answered.length > 45 ? 1.5 : 3}
          fill={look.stroke}
        />
      ))}
    </g>
  )
}

interface ResponseChartProps {
  days: readonly Day[]
  responses: AnalyticsFigures['responses']
}

/** How long contacts waited for a person, by the day on which they were answered. */
const ResponseChart = ({ days, responses }: ResponseChartProps) => {
  if (responses.answers === 0) {
    return (
      <p className="text-ink-soft">
        {t('Nobody was answered by a person in these days.')}
      </p>
    )
  }
  const most = Math.max(...days.map(({ p90Seconds }) => p90Seconds ?? 0))
  return (
    <figure>
      <Legend
        items={LINES.map(({ label, look }) => ({
          label,
          mark: <line x2={16} y1={6} y2={6} {...look} />,
        }))}
      />
      <DayChart
        label={t(
          'First response: half of {count} within {median}, nine of ten within {most}.',
          {
            count: count(responses.answers),
            median: say(responses.medianSeconds),
            most: say(responses.p90Seconds),
          }
        )}
        rows={days}
        ticks={waitTicks(most)}
        formatTick={wait}
        tip={(day) => (
          <ul className="text-ink-soft">
            {LINES.map(({ label, value }) => (
              <li key={label}>
                {label}: {say(value(day))}
              </li>
            ))}
            <li>{t('{count} answered', { count: count(day.answers) })}</li>
          </ul>
        )}
      >
        {(scales) =>
          LINES.map((line) => (
            <Marks key={line.label} days={days} line={line} scales={scales} />
          ))
        }
      </DayChart>
      <FigureTable
        caption={t('First response by day')}
        rows={days}
        keyOf={({ day }) => day}
        columns={[
          { label: t('Day'), value: ({ day }) => longDay(day) },
          { label: t('Answered'), value: ({ answers }) => count(answers) },
          ...LINES.map(({ label, value }) => ({
            label,
            value: (day: Day) => say(value(day)),
          })),
        ]}
      />
    </figure>
  )
}

export default ResponseChart
