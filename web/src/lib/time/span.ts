import { number } from 'src/lib/language/number'

const seconds = number({
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})

/** How long something took: 0.4 s, 12.0 s, 3 min. */
export const span = (milliseconds: number) =>
  milliseconds < 90_000
    ? `${seconds(milliseconds / 1000)} s`
    : `${Math.round(milliseconds / 60_000)} min`
