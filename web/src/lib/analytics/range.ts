import { formatISO, isValid, parseISO, subDays } from 'date-fns'
import type { ChannelKind } from 'types/graphql'

import { inZone } from 'src/lib/time/zone'

export const SPANS = ['7', '30', '90'] as const

export type Days = (typeof SPANS)[number]

export interface Range {
  /** yyyy-mm-dd, both inclusive, of the operator's time zone. */
  from: string
  to: string
  /** The last so many days; null where the days were chosen. */
  days: Days | null
}

export const CHANNELS = [
  'SMS',
  'WHATSAPP',
  'CHAT',
  'VOICE',
] as const satisfies readonly ChannelKind[]

type Params = Record<string, string | undefined>

const isDay = (text: string | undefined): text is string =>
  !!text && /^\d{4}-\d\d-\d\d$/.test(text) && isValid(parseISO(text))

const isSpan = (text: string | undefined): text is Days =>
  (SPANS as readonly (string | undefined)[]).includes(text)

const dayOf = (date: Date) => formatISO(date, { representation: 'date' })

/** The days that the address asks for; the last thirty where it does not say. */
export function readRange({ days, from, to }: Params, now: Date): Range {
  if (!days && isDay(from) && isDay(to) && from <= to) {
    return { from, to, days: null }
  }
  const span = isSpan(days) ? days : '30'
  const today = inZone(now)
  return {
    from: dayOf(subDays(today, Number(span) - 1)),
    to: dayOf(today),
    days: span,
  }
}

export const readChannel = ({ channel }: Params) =>
  CHANNELS.find((known) => known === channel)
