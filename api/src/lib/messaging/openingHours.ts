import { TZDate } from '@date-fns/tz'
import { addDays, format, getISODay } from 'date-fns'

/** One span of a week's opening hours, in the channel's time zone. One that ends before it begins ends the next day. */
export interface OpeningSpan {
  /** ISO: 1 is Monday, 7 is Sunday. */
  weekday: number
  /** hh:mm */
  from: string
  /** hh:mm; 24:00 is the end of the day. */
  to: string
}

export interface OpeningHours {
  timeZone: string
  /** None is always open. */
  openingHours: readonly OpeningSpan[]
  /** yyyy-mm-dd: on these days nothing begins. */
  holidays: readonly string[]
}

/** Holidays may close the whole of a year's end, but not a year. */
const DAYS_AHEAD = 366

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

export const isTimeZone = (zone: string) => {
  try {
    const { timeZone } = Intl.DateTimeFormat('en', {
      timeZone: zone,
    }).resolvedOptions()
    // Newer ones take offsets too, which know no summer.
    return /^[A-Za-z]/.test(timeZone)
  } catch {
    return false
  }
}

/** A day that the calendar has, as yyyy-mm-dd. */
export const isDate = (day: string) => {
  const date = /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`)
  return (
    !!date &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(day)
  )
}

/** What is wrong with a span, in words for the person who wrote it; null where nothing is. */
export function wrongSpan({ weekday, from, to }: OpeningSpan): string | null {
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) {
    return 'A weekday is a number from 1 (Monday) to 7 (Sunday).'
  }
  if (!TIME.test(from) || !(TIME.test(to) || to === '24:00')) {
    return 'A time of the day is written as 09:00.'
  }
  return from === to ? 'A span must not end when it begins.' : null
}

const at = (day: TZDate, time: string) => {
  const [hours, minutes] = time.split(':').map(Number)
  // The clock that is put forward has hours that never are: they count as the first one after.
  return new TZDate(
    day.getFullYear(),
    day.getMonth(),
    day.getDate(),
    hours,
    minutes,
    day.timeZone ?? 'UTC'
  )
}

/** The spans that begin on a day. */
const spansOf = ({ openingHours, holidays }: OpeningHours, day: TZDate) =>
  holidays.includes(format(day, 'yyyy-MM-dd'))
    ? []
    : openingHours
        .filter(({ weekday }) => weekday === getISODay(day))
        .map(({ from, to }) => ({
          from: at(day, from),
          to: at(to > from ? day : (addDays(day, 1) as TZDate), to),
        }))

const noonOf = (hours: OpeningHours, now: Date) => {
  const local = new TZDate(now, hours.timeZone)
  // From noon, a day more or less is always another day, however the clock is put.
  return at(local, '12:00')
}

/** Whether somebody is there. */
export function isOpen(hours: OpeningHours, now: Date): boolean {
  if (hours.openingHours.length === 0) {
    return true
  }
  const today = noonOf(hours, now)
  return [addDays(today, -1) as TZDate, today].some((day) =>
    spansOf(hours, day).some(({ from, to }) => from <= now && now < to)
  )
}

/** When somebody is there again, after now, in the channel's time zone; null where that is not to be seen. */
export function opensAt(hours: OpeningHours, now: Date): TZDate | null {
  const today = noonOf(hours, now)
  for (let n = 0; n <= DAYS_AHEAD; n += 1) {
    const next = spansOf(hours, addDays(today, n) as TZDate)
      .map(({ from }) => from)
      .filter((from) => from > now)
      .sort((a, b) => a.getTime() - b.getTime())[0]
    if (next) {
      return next
    }
  }
  return null
}
