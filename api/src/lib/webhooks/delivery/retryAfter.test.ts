import { readRetryAfter } from './retryAfter'

const NOW = new Date('2026-11-20T12:00:00Z')

it.each([
  ['seconds', '120', 120],
  ['a date', 'Fri, 20 Nov 2026 12:05:00 GMT', 300],
  ['a date that is over', 'Fri, 20 Nov 2026 11:00:00 GMT', 0],
  ['more than a day', '999999999', 86_400],
  ['a number that is none', '1e400', 0],
  ['less than nothing', '-5', 0],
  ['words', 'later', 0],
  ['nothing', undefined, 0],
  ['two of them', ['5', '6'], 0],
])('understands %s', (_what, header, seconds) => {
  expect(readRetryAfter(header, NOW)).toEqual(seconds)
})
