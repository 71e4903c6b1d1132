import { settings } from 'src/lib/settings/settings'

import { fromLocalInput, toLocalInput, tomorrowAt } from './localInput'

describe('a datetime-local field', () => {
  it('is written and read by the local clock', () => {
    const date = new Date(2026, 2, 3, 9, 5)
    expect(toLocalInput(date)).toBe('2026-03-03T09:05')
    expect(fromLocalInput('2026-03-03T09:05')).toEqual(date)
  })

  it.each(['', 'soon'])('names no moment by %p', (value) => {
    expect(fromLocalInput(value)).toBeNull()
  })

  it('knows tomorrow, also at the end of a month', () => {
    expect(toLocalInput(tomorrowAt(9, new Date(2026, 0, 31, 22, 30)))).toBe(
      '2026-02-01T09:00'
    )
  })

  it.each([
    // Summer time begins on that day in Europe, and has begun in America.
    ['Europe/Berlin', '2026-03-29T09:00', '2026-03-29T07:00:00.000Z'],
    ['America/New_York', '2026-03-28T09:00', '2026-03-28T13:00:00.000Z'],
    ['Asia/Kolkata', '2026-03-29T09:00', '2026-03-29T03:30:00.000Z'],
  ])('is meant by the clock of %s', (timeZone, value, iso) => {
    settings.change({ timeZone })
    expect(fromLocalInput(value)?.toISOString()).toBe(iso)
    expect(toLocalInput(new Date(iso))).toBe(value)
    const dayBefore = new Date(Date.parse(iso) - 20 * 3_600_000)
    expect(tomorrowAt(9, dayBefore).toISOString()).toBe(iso)
  })

  afterAll(() => settings.change({ timeZone: null }))
})
