import { differenceInCalendarDays } from 'date-fns'

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(navigator.language, options)

const CLOCK = format({ hour: 'numeric', minute: '2-digit' })
const EXACT_CLOCK = format({
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
})
const WEEKDAY = format({ weekday: 'short' })
const LONG_WEEKDAY = format({ weekday: 'long' })
const DAY = format({ day: 'numeric', month: 'short' })
const LONG_DAY = format({ weekday: 'long', day: 'numeric', month: 'long' })
const DAY_AND_YEAR = format({ day: 'numeric', month: 'short', year: 'numeric' })
const DAY_AND_TIME = format({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
})
const EXACT = format({ dateStyle: 'full', timeStyle: 'medium' })

/** 14:05 */
export const clockTime = (iso: string) => CLOCK.format(new Date(iso))

/** 14:05:09 */
export const exactClockTime = (iso: string) => EXACT_CLOCK.format(new Date(iso))

/** Tue, Mar 3, 14:05 */
export const dayAndTime = (iso: string) => DAY_AND_TIME.format(new Date(iso))

/** Everything there is to say about the moment, for a tooltip. */
export const exactTime = (iso: string) => EXACT.format(new Date(iso))

/** 3 Mar 2026 */
export const dayOf = (iso: string) => DAY_AND_YEAR.format(new Date(iso))

/** As short as a row of the list needs it. A clock that is a little wrong still says "now". */
export function shortTime(iso: string, now: Date): string {
  const then = new Date(iso)
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000)
  const days = differenceInCalendarDays(now, then)
  if (minutes < 1) {
    return 'now'
  }
  if (minutes < 60) {
    return `${minutes} min`
  }
  if (days < 1) {
    return CLOCK.format(then)
  }
  if (days === 1) {
    return 'Yesterday'
  }
  if (days < 7) {
    return WEEKDAY.format(then)
  }
  return then.getFullYear() === now.getFullYear()
    ? DAY.format(then)
    : DAY_AND_YEAR.format(then)
}

const AGO = new Intl.RelativeTimeFormat(navigator.language, { numeric: 'auto' })

/** How long it is since then, in words. */
export function timeAgo(iso: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(iso)) / 60_000)
  if (minutes < 1) {
    return 'just now'
  }
  if (minutes < 60) {
    return AGO.format(-minutes, 'minute')
  }
  const hours = Math.floor(minutes / 60)
  return hours < 48
    ? AGO.format(-hours, 'hour')
    : AGO.format(-Math.floor(hours / 24), 'day')
}

/** The line between two days of a thread. */
export function dayLabel(iso: string, now: Date): string {
  const then = new Date(iso)
  const days = differenceInCalendarDays(now, then)
  if (days <= 0) {
    return 'Today'
  }
  if (days === 1) {
    return 'Yesterday'
  }
  if (days < 7) {
    return LONG_WEEKDAY.format(then)
  }
  return then.getFullYear() === now.getFullYear()
    ? LONG_DAY.format(then)
    : DAY_AND_YEAR.format(then)
}
