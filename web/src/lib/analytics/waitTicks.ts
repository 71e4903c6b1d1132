const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Steps that people count time in, in seconds. */
const STEPS = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100].map((days) => days * DAY),
]

const MOST_TICKS = 5

/** The lines of an axis of time: round ones, the last of which nothing exceeds. */
export function waitTicks(mostSeconds: number): number[] {
  const step =
    STEPS.find((each) => each * MOST_TICKS >= mostSeconds) ??
    Math.ceil(mostSeconds / MOST_TICKS / DAY) * DAY
  const ticks = Math.max(1, Math.ceil(mostSeconds / step))
  return Array.from({ length: ticks + 1 }, (_, n) => n * step)
}
