import { locale } from 'src/lib/language/locale'
import { number } from 'src/lib/language/number'

const exactly = number({ style: 'percent', maximumFractionDigits: 1 })

/** 97.3 %; what is nearly all is never said to be all. */
export const percent = (share: number) =>
  exactly(share < 1 ? Math.min(share, 0.999) : share)

const unit = (name: string, maximumFractionDigits = 0) =>
  number({
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
    maximumFractionDigits,
  })

const SECONDS = { from: 0, length: 1, say: unit('second') }

const UNITS = [
  { from: 48 * 3600, length: 86_400, say: unit('day', 1) },
  { from: 3600, length: 3600, say: unit('hour', 1) },
  { from: 90, length: 60, say: unit('minute') },
]

/** How long somebody waited: 40 sec, 4 min, 2.5 hr. */
export function wait(seconds: number): string {
  const { length, say } = UNITS.find(({ from }) => seconds >= from) ?? SECONDS
  return say(seconds / length)
}

/** Days have no zone any more: they are the days of the zone that was asked for. */
const dayFormat = (options: Intl.DateTimeFormatOptions) => (day: string) =>
  new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`)
  )

/** Mar 3 */
export const shortDay = dayFormat({ day: 'numeric', month: 'short' })

/** Tue, Mar 3 */
export const longDay = dayFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
})

// 2024 began with a Monday.
const MONDAY = new Date('2024-01-01T00:00:00Z').getTime()

/** Mon, for 1. */
export const weekdayName = (weekday: number) =>
  new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    timeZone: 'UTC',
  }).format(MONDAY + (weekday - 1) * 86_400_000)

/** 14:00 or 2 PM */
export const hourName = (hour: number) =>
  new Intl.DateTimeFormat(locale(), {
    hour: 'numeric',
    timeZone: 'UTC',
  }).format(MONDAY + hour * 3_600_000)
