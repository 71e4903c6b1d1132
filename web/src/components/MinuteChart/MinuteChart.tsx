import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'
import { clockTime } from 'src/lib/time/time'
import { scaleFor, sum, troubleIn } from 'src/lib/webhooks/minutes'
import type { Minute } from 'src/lib/webhooks/minutes'

const BAR = 10
const GAP = 3
const HEIGHT = 120

const describe = (minutes: readonly Minute[]) => {
  const callbacks = sum(minutes, ({ callbacks }) => callbacks)
  const trouble = sum(minutes, troubleIn)
  const most = Math.max(0, ...minutes.map(({ callbacks }) => callbacks))
  return [
    t(
      'Status callbacks per minute in the last hour: {all} in all, at most {most} in one minute.',
      { all: count(callbacks), most: count(most) }
    ),
    trouble > 0 &&
      t(
        '{count, plural, one {# webhook was} other {# webhooks were}} not taken in.',
        {
          count: trouble,
        }
      ),
  ]
    .filter(Boolean)
    .join(' ')
}

const tip = (minute: Minute) =>
  t('{time}: {taken} taken in', {
    time: clockTime(minute.minute),
    taken: count(minute.callbacks),
  }) +
  (troubleIn(minute) > 0
    ? t(', {count} not', { count: count(troubleIn(minute)) })
    : '')

/** Callbacks per minute; what was not taken in stands on top of them in red. */
const MinuteChart = ({ minutes }: { minutes: readonly Minute[] }) => {
  const scale = scaleFor(minutes)
  const width = minutes.length * BAR
  const high = (count: number) => (count / scale) * HEIGHT

  return (
    <figure>
      <div className="flex gap-2">
        <div
          aria-hidden
          className="flex w-10 shrink-0 flex-col justify-between text-right text-xs text-ink-faint tabular-nums"
        >
          <span className="-mt-2">{count(scale)}</span>
          <span className="-mb-2">0</span>
        </div>
        <svg
          role="img"
          aria-label={describe(minutes)}
          viewBox={`0 0 ${width} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-36 w-full border-y border-line"
        >
          {minutes.map((minute, index) => {
            const taken = high(minute.callbacks)
            const trouble = high(troubleIn(minute))
            const bar = { x: index * BAR + GAP / 2, width: BAR - GAP }
            return (
              <g key={minute.minute}>
                <title>{tip(minute)}</title>
                {/* The whole column answers the pointer, also where its bar is low. */}
                <rect
                  x={index * BAR}
                  width={BAR}
                  height={HEIGHT}
                  className="fill-transparent hover:fill-hover"
                />
                <rect
                  {...bar}
                  y={HEIGHT - taken}
                  height={taken}
                  className="pointer-events-none fill-signal"
                />
                <rect
                  {...bar}
                  y={HEIGHT - taken - trouble}
                  height={trouble}
                  className="pointer-events-none fill-danger"
                />
              </g>
            )
          })}
        </svg>
      </div>
      <figcaption className="mt-2 flex justify-between pl-12 text-xs text-ink-faint">
        <span>{t('An hour ago')}</span>
        <span>{t('Now')}</span>
      </figcaption>
    </figure>
  )
}

export default MinuteChart
