import { eachDayOfInterval, formatISO, parseISO } from 'date-fns'

import { db } from 'src/lib/db'

import type { Span } from './readSpan'
import {
  type Figures,
  readErrors,
  readFigures,
  readHours,
  readResponses,
  type Responses,
} from './rollups'

const NO_ANSWERS: Responses = {
  answers: 0,
  medianSeconds: null,
  p90Seconds: null,
}

const daysOf = ({ from, to }: Span) =>
  eachDayOfInterval({ start: parseISO(from), end: parseISO(to) }).map((day) =>
    formatISO(day, { representation: 'date' })
  )

const add = (a: Figures, b: Figures): Figures => ({
  inbound: a.inbound + b.inbound,
  sent: a.sent + b.sent,
  delivered: a.delivered + b.delivered,
  failed: a.failed + b.failed,
})

const sum = (rows: Figures[]) =>
  rows.reduce(add, { inbound: 0, sent: 0, delivered: 0, failed: 0 })

const byChannel = (rows: Awaited<ReturnType<typeof readFigures>>) => {
  const channels = [...new Set(rows.map(({ channel }) => channel))].sort()
  return channels.map((channel) => ({
    channel,
    ...sum(rows.filter((row) => row.channel === channel)),
  }))
}

const byCode = (rows: { code: number; count: number }[]) => {
  const counts = new Map<number, number>()
  for (const { code, count } of rows) {
    counts.set(code, (counts.get(code) ?? 0) + count)
  }
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || a.code - b.code)
}

/** The figures of some days, from the rollups alone: no message is read for them. */
export async function readAnalytics(span: Span) {
  const [figures, hours, errors, responses, mark] = await Promise.all([
    readFigures(span),
    readHours(span),
    readErrors(span),
    readResponses(span),
    db.rollupMark.findFirst(),
  ])
  const responsesOf = (day: string | null): Responses =>
    responses.find((each) => each.day === day && each.channel === null) ??
    NO_ANSWERS
  return {
    countedUntil: mark?.countedUntil ?? null,
    days: daysOf(span).map((day) => ({
      ...responsesOf(day),
      ...sum(figures.filter((row) => row.day === day)),
      day,
    })),
    channels: byChannel(figures),
    hours,
    errors: byCode(errors),
    responses: responsesOf(null),
  }
}
