import { duration } from './duration'

it.each([
  [0, '0:00'],
  [7, '0:07'],
  [60, '1:00'],
  [754, '12:34'],
  [3723, '1:02:03'],
])('shows %i seconds as %s', (seconds, shown) => {
  expect(duration(seconds)).toBe(shown)
})
