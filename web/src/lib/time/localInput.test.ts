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
})
