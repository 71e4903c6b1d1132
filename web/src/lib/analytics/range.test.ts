import { settings } from 'src/lib/settings/settings'

import { readChannel, readRange } from './range'

const NOW = new Date('2026-03-03T23:30:00Z')

beforeEach(() => settings.change({ timeZone: 'UTC' }))
afterAll(() => settings.change({ timeZone: null }))

it.each([
  [{}, '2026-02-02', '2026-03-03', '30'],
  [{ days: '7' }, '2026-02-25', '2026-03-03', '7'],
  [{ days: '8' }, '2026-02-02', '2026-03-03', '30'],
  [{ from: '2026-01-01', to: '2026-01-31' }, '2026-01-01', '2026-01-31', null],
  [{ from: '2026-02-01', to: '2026-01-31' }, '2026-02-02', '2026-03-03', '30'],
  [{ from: '2026-02-31', to: '2026-03-31' }, '2026-02-02', '2026-03-03', '30'],
])('%j asks for %s to %s', (params, from, to, days) => {
  expect(readRange(params, NOW)).toEqual({ from, to, days })
})

it("ends with the operator's today", () => {
  settings.change({ timeZone: 'Asia/Tokyo' })
  expect(readRange({ days: '7' }, NOW)).toMatchObject({
    from: '2026-02-26',
    to: '2026-03-04',
  })
})

it.each([
  ['SMS', 'SMS'],
  ['SMOKE', undefined],
  [undefined, undefined],
])('the channel %s is %s', (channel, expected) => {
  expect(readChannel({ channel })).toEqual(expected)
})
