/** What a server and a computer that keep time may be apart, with an answer's way between them. */
const TOLERANCE_MS = 30_000

let aheadMs = 0

/**
 * The time as the server has it. A computer whose clock is days off would offer times that are over, and call what has
 * just come a thing of last week.
 */
export const serverClock = {
  /** Takes in the `Date` header of an answer: https://www.rfc-editor.org/rfc/rfc9110#field.date */
  note(header: string | null) {
    const apart = Date.parse(header ?? '') - Date.now()
    if (!Number.isNaN(apart)) {
      aheadMs = Math.abs(apart) > TOLERANCE_MS ? apart : 0
    }
  },
  now: () => new Date(Date.now() + aheadMs),
}
