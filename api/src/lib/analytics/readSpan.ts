import { TZDate } from '@date-fns/tz'
import type { ChannelKind } from '@prisma/client'
import {
  addDays,
  differenceInCalendarDays,
  formatISO,
  parseISO,
  startOfDay,
} from 'date-fns'

import { badUserInput } from 'src/lib/errors'
import { isDate, isTimeZone } from 'src/lib/messaging/openingHours'

/** Days of somebody's calendar, both inclusive, and of one channel or all. */
export interface Span {
  /** yyyy-mm-dd */
  from: string
  to: string
  /** IANA's name. */
  timeZone: string
  channel: ChannelKind | null
  /** The same days as times. */
  since: Date
  until: Date
}

const MOST_DAYS = 366

const CHANNELS: readonly string[] = ['SMS', 'WHATSAPP', 'VOICE', 'CHAT']

const isChannel = (name: string): name is ChannelKind => CHANNELS.includes(name)

const dayAfter = (day: string) =>
  formatISO(addDays(parseISO(day), 1), { representation: 'date' })

/** Midnight, or where the clocks skip it, the first moment of the day. */
const startOf = (day: string, timeZone: string) =>
  new Date(startOfDay(new TZDate(`${day}T12:00:00`, timeZone)).getTime())

/**
 * The days whose figures are asked for.
 *
 * @throws BAD_USER_INPUT
 */
export function readSpan(input: {
  from?: string
  to?: string
  timeZone?: string
  channel?: string | null
}): Span {
  const { from = '', to = '', timeZone = '', channel = null } = input
  if (!isDate(from) || !isDate(to)) {
    throw badUserInput('A day is written as 2026-03-31.')
  }
  const days = differenceInCalendarDays(parseISO(to), parseISO(from)) + 1
  if (days < 1) {
    throw badUserInput('The last day comes before the first one.')
  }
  if (days > MOST_DAYS) {
    throw badUserInput(`Choose ${MOST_DAYS} days at most.`)
  }
  if (!isTimeZone(timeZone)) {
    throw badUserInput(
      'There is no such time zone. Write it as Europe/Berlin or America/New_York.'
    )
  }
  if (channel !== null && !isChannel(channel)) {
    throw badUserInput(`A channel is one of ${CHANNELS.join(', ')}.`)
  }
  return {
    ...{ from, to, timeZone, channel },
    since: startOf(from, timeZone),
    until: startOf(dayAfter(to), timeZone),
  }
}
