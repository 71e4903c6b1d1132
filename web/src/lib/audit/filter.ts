import { addDays, formatISO, isValid, parseISO, subDays } from 'date-fns'
import type { AuditFilter, AuditGroup } from 'types/graphql'

import { inZone, momentOf } from 'src/lib/time/zone'

export const GROUPS = [
  'ACCESS',
  'ADMINISTRATION',
  'INBOX',
  'SENDING',
  'EXPORT',
] as const satisfies readonly AuditGroup[]

export const SPANS = ['1', '7', '30', '90'] as const

/** What the address says, all of it optional. */
export interface AuditPlace {
  q?: string
  actor?: string
  group?: string
  action?: string
  /** The last so many days, or else `from` and `to`: yyyy-mm-dd, both inclusive, of the operator's zone. */
  days?: string
  from?: string
  to?: string
}

const isDay = (text: string | undefined): text is string =>
  !!text && /^[12]\d{3}-\d\d-\d\d$/.test(text) && isValid(parseISO(text))

const dayOf = (date: Date) => formatISO(date, { representation: 'date' })

/** The days that the address names; null for all there are. */
export function readDays({ days, from, to }: AuditPlace, now: Date) {
  if (isDay(from) && isDay(to) && from <= to) {
    return { from, to, span: null }
  }
  const span = SPANS.find((known) => known === days)
  const today = inZone(now)
  return span
    ? { from: dayOf(subDays(today, Number(span) - 1)), to: dayOf(today), span }
    : null
}

/** When a day begins, by the clock of the operator's zone. */
const beginOf = (date: Date) =>
  momentOf(
    date.getFullYear(),
    date.getMonth(),
    date.getDate(),
    0,
    0
  ).toISOString()

/** What is asked of the server, for the page and for the file alike. */
export function toFilter(place: AuditPlace, now: Date): AuditFilter {
  const days = readDays(place, now)
  const group = GROUPS.find((known) => known === place.group)
  return {
    ...(place.q && { search: place.q }),
    ...(place.actor && { actorId: place.actor }),
    ...(group && { group }),
    ...(place.action && { action: place.action }),
    ...(days && {
      from: beginOf(parseISO(days.from)),
      // To today is open: what happens while one looks is part of it.
      ...(days.span === null && { to: beginOf(addDays(parseISO(days.to), 1)) }),
    }),
  }
}
