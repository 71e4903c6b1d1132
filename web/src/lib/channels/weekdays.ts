/** ISO weekdays, from Monday (1) to Sunday (7), in the reader's language. 2024 began on a Monday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  label: new Intl.DateTimeFormat(undefined, {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(Date.UTC(2024, 0, weekday)),
}))
