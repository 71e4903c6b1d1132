import {
  isDate,
  isOpen,
  isTimeZone,
  opensAt,
  type OpeningHours,
  wrongSpan,
} from './openingHours'

const BERLIN: OpeningHours = {
  timeZone: 'Europe/Berlin',
  openingHours: [
    { weekday: 1, from: '09:00', to: '12:30' },
    { weekday: 1, from: '14:00', to: '18:00' },
    { weekday: 5, from: '20:00', to: '02:00' },
    { weekday: 7, from: '02:15', to: '24:00' },
  ],
  holidays: ['2026-11-30'],
}

describe('open', () => {
  it.each([
    // Monday, an hour ahead of UTC
    ['2026-11-23T07:59:59Z', false],
    ['2026-11-23T08:00:00Z', true],
    ['2026-11-23T11:30:00Z', false],
    ['2026-11-23T13:00:00Z', true],
    ['2026-11-23T17:00:00Z', false],
    // From Friday into Saturday
    ['2026-11-27T22:00:00Z', true],
    ['2026-11-28T00:59:59Z', true],
    ['2026-11-28T01:00:00Z', false],
    // Sunday to its end
    ['2026-11-22T22:59:59Z', true],
    ['2026-11-22T23:00:00Z', false],
    // A Monday that is a holiday
    ['2026-11-30T09:00:00Z', false],
    // The night in which the clock is put forward from 02:00 to 03:00: 02:15 is 03:15
    ['2026-03-29T01:10:00Z', false],
    ['2026-03-29T01:15:00Z', true],
  ])('at %s: %p', (now, expected) => {
    expect(isOpen(BERLIN, new Date(now))).toEqual(expected)
  })

  it('is always where no hours are given, holidays too', () => {
    const always = { ...BERLIN, openingHours: [] }
    expect(isOpen(always, new Date('2026-11-30T09:00:00Z'))).toEqual(true)
  })

  it('is by the zone of the channel', () => {
    const monday = new Date('2026-11-23T16:00:00Z')
    expect(isOpen(BERLIN, monday)).toEqual(true)
    const elsewhere = { ...BERLIN, timeZone: 'America/Los_Angeles' }
    expect(isOpen(elsewhere, monday)).toEqual(false)
  })
})

describe('opens', () => {
  it.each([
    ['2026-11-23T12:00:00Z', '2026-11-23T13:00:00.000Z'],
    ['2026-11-23T18:00:00Z', '2026-11-27T19:00:00.000Z'],
    // Over the holiday
    ['2026-11-29T23:30:00Z', '2026-12-04T19:00:00.000Z'],
  ])('after %s at %s', (now, expected) => {
    const next = opensAt(BERLIN, new Date(now))
    expect(next && new Date(next.getTime()).toISOString()).toEqual(expected)
  })

  it('at no time that is known, where no hours are given', () => {
    expect(opensAt({ ...BERLIN, openingHours: [] }, new Date())).toBeNull()
  })
})

it.each([
  [{ weekday: 1, from: '09:00', to: '17:00' }, null],
  [{ weekday: 1, from: '22:00', to: '24:00' }, null],
  [{ weekday: 0, from: '09:00', to: '17:00' }, /weekday/],
  [{ weekday: 1.5, from: '09:00', to: '17:00' }, /weekday/],
  [{ weekday: 1, from: '9', to: '17:00' }, /09:00/],
  [{ weekday: 1, from: '24:00', to: '17:00' }, /09:00/],
  [{ weekday: 1, from: '09:00', to: '09:00' }, /must not end/],
])('%j is wrong for %p', (span, says) => {
  const wrong = wrongSpan(span)
  expect(says ? says.test(wrong ?? '') : wrong === null).toEqual(true)
})

it('knows days and zones', () => {
  expect(['2026-02-28', '2028-02-29'].every(isDate)).toEqual(true)
  expect(['2026-02-29', '2026-13-01', '26-1-1', ''].some(isDate)).toEqual(false)
  expect(['UTC', 'Europe/Berlin'].every(isTimeZone)).toEqual(true)
  expect(['', 'Mars/Base', '+01:00'].some(isTimeZone)).toEqual(false)
})
