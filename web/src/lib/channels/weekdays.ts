import { locale } from 'src/lib/language/locale'

/** ISO weekdays, from Monday (1) to Sunday (7), in the language that was chosen. 2024 began on a Monday. */
export const weekdays = () => {
  const format = new Intl.DateTimeFormat(locale(), {
    weekday: 'long',
    timeZone: 'UTC',
  })
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    label: format.format(Date.UTC(2024, 0, weekday)),
  }))
}
