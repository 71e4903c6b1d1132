import { inZone, momentOf, timeZone } from './zone'

const two = (value: number) => String(value).padStart(2, '0')

/** A moment as `<input type="datetime-local">` wants it: by the operator's clock, without a zone. */
export function toLocalInput(moment: Date): string {
  const date = inZone(moment)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The moment that such a field names; null where it names none. */
export function fromLocalInput(value: string): Date | null {
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN] = value
    .split(/[-T:]/)
    .map(Number)
  const date = momentOf(year, month - 1, day, hour, minute)
  return Number.isNaN(date.getTime()) ? null : date
}

/** Tomorrow at that hour, by the operator's clock. */
export function tomorrowAt(hour: number, now: Date): Date {
  const date = inZone(now)
  return momentOf(
    date.getFullYear(),
    date.getMonth(),
    date.getDate() + 1,
    hour,
    0
  )
}

/** The operator's time zone, as people call it. */
export const timeZoneName = () => timeZone().replace(/_/g, ' ')
