import { differenceInCalendarDays, parseISO } from 'date-fns'

import { locale } from 'src/lib/language/locale'
import { t } from 'src/lib/language/t'

import { format } from './format'

/** 14:05 */
export const clockTime = format({ hour: 'numeric', minute: '2-digit' })

/** 14:05:09 */
export const exactClockTime = format({
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
})

/** Tue, Mar 3, 14:05 */
export const dayAndTime = format({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
})

/** Everything there is to say about the moment, for a tooltip. */
export const exactTime = format({ dateStyle: 'full', timeStyle: 'medium' })

/** 3 Mar 2026 */
export const dayOf = format({ day: 'numeric', month: 'short', year: 'numeric' })

const weekday = format({ weekday: 'short' })
const longWeekday = format({ weekday: 'long' })
const day = format({ day: 'numeric', month: 'short' })
const longDay = format({ weekday: 'long', day: 'numeric', month: 'long' })

/** 2026-03-12: as Swedes write it. */
const calendarDay = format(
  { year: 'numeric', month: '2-digit', day: '2-digit' },
  'sv'
)

/** What lies between, by the clock of the zone. A date of the zone (inZone) costs a hundred times as much. */
const compareDays = (iso: string, now: Date) => {
  const [then, today] = [calendarDay(iso), calendarDay(now)]
  return {
    /** How many midnights. */
    days: differenceInCalendarDays(parseISO(today), parseISO(then)),
    isThisYear: then.slice(0, 4) === today.slice(0, 4),
  }
}

/** As short as a row of the list needs it. A clock that is a little wrong still says "now". */
export function shortTime(iso: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(iso)) / 60_000)
  if (minutes < 1) {
    return t('now')
  }
  if (minutes < 60) {
    return t('{minutes} min', { minutes })
  }
  const { days, isThisYear } = compareDays(iso, now)
  if (days < 1) {
    return clockTime(iso)
  }
  if (days === 1) {
    return t('Yesterday')
  }
  if (days < 7) {
    return weekday(iso)
  }
  return isThisYear ? day(iso) : dayOf(iso)
}

/** How long it is since then, in words. */
export function timeAgo(iso: string, now: Date): string {
  const ago = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  const minutes = Math.floor((now.getTime() - Date.parse(iso)) / 60_000)
  if (minutes < 1) {
    return t('just now')
  }
  if (minutes < 60) {
    return ago.format(-minutes, 'minute')
  }
  const hours = Math.floor(minutes / 60)
  return hours < 48
    ? ago.format(-hours, 'hour')
    : ago.format(-Math.floor(hours / 24), 'day')
}

/** The line between two days of a thread. */
export function dayLabel(iso: string, now: Date): string {
  const { days, isThisYear } = compareDays(iso, now)
  if (days <= 0) {
    return t('Today')
  }
  if (days === 1) {
    return t('Yesterday')
  }
  if (days < 7) {
    return longWeekday(iso)
  }
  return isThisYear ? longDay(iso) : dayOf(iso)
}
