const two = (value: number) => String(value).padStart(2, '0')

/** A moment as `<input type="datetime-local">` wants it: by the local clock, without a zone. */
export const toLocalInput = (date: Date) =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`

/** The moment that such a field names; null where it names none. */
export function fromLocalInput(value: string): Date | null {
  const date = new Date(value)
  return value && !Number.isNaN(date.getTime()) ? date : null
}

/** Tomorrow morning, by the local clock. */
export function tomorrowAt(hour: number, now: Date): Date {
  const date = new Date(now)
  date.setDate(date.getDate() + 1)
  date.setHours(hour, 0, 0, 0)
  return date
}

/** The local time zone, as people call it. */
export const timeZoneName = () =>
  Intl.DateTimeFormat().resolvedOptions().timeZone.replace(/_/g, ' ')
