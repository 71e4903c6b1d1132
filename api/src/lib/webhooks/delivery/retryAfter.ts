/** The longest wait of the schedule (`schedule.ts`): who asks for more would get nothing until it is too late. */
const LONGEST = 24 * 3_600

/**
 * Until when a receiver wants no attempt (`Retry-After`: seconds, or a date).
 *
 * @returns seconds from now, a day at most; 0 where it says nothing that can be understood
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function readRetryAfter(header: unknown, now: Date): number {
  const text = typeof header === 'string' ? header.trim() : ''
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : (Date.parse(text) - now.getTime()) / 1_000
  return Math.min(Math.max(seconds || 0, 0), LONGEST)
}
