export interface Span {
  weekday: number
  /** hh:mm */
  from: string
  to: string
}

/** Midnight is the end of a day where a span ends with it, which an input of a time can't say. */
export const toKept = ({ weekday, from, to }: Span): Span => ({
  weekday,
  from,
  to: to === '00:00' ? '24:00' : to,
})

export const toShown = ({ weekday, from, to }: Span): Span => ({
  weekday,
  from,
  to: to === '24:00' ? '00:00' : to,
})

const WORK_DAY = { from: '09:00', to: '17:00' }

/** Another span of a day: after the last one, or as most begin. */
export function nextSpan(spans: readonly Span[], weekday: number): Span {
  const last = spans.findLast((span) => span.weekday === weekday)
  return last && last.to < '22:00' && last.to > last.from
    ? { weekday, from: last.to, to: '22:00' }
    : { weekday, ...WORK_DAY }
}
