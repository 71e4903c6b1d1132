import { settings } from 'src/lib/settings/settings'

import { clockTime, dayLabel, exactTime, shortTime, timeAgo } from './time'

const NOW = new Date(2026, 2, 12, 15, 30)
const before = (...[y, m, d, h = 0, min = 0]: number[]) =>
  new Date(y ?? 0, m ?? 0, d, h, min).toISOString()

describe('shortTime', () => {
  it.each([
    [before(2026, 2, 12, 15, 30), 'now'],
    [before(2026, 2, 12, 15, 31), 'now'], // their clock is ahead of ours
    [before(2026, 2, 12, 15, 25), '5 min'],
    [before(2026, 2, 11, 23, 59), 'Yesterday'],
    [before(2026, 2, 9, 8), 'Mon'],
    [before(2026, 0, 3), 'Jan 3'],
    [before(2025, 11, 31), 'Dec 31, 2025'],
  ])('writes %s as %s', (iso, text) => {
    expect(shortTime(iso, NOW)).toBe(text)
  })

  it('gives the clock time within the day', () => {
    expect(shortTime(before(2026, 2, 12, 9, 5), NOW)).toMatch(/9:05/)
  })
})

describe('dayLabel', () => {
  it.each([
    [before(2026, 2, 12, 0, 1), 'Today'],
    [before(2026, 2, 11, 23, 59), 'Yesterday'],
    [before(2026, 2, 8), 'Sunday'],
    [before(2026, 1, 2), 'Monday, February 2'],
    [before(2024, 1, 2), 'Feb 2, 2024'],
  ])('calls the day of %s %s', (iso, label) => {
    expect(dayLabel(iso, NOW)).toBe(label)
  })
})

describe('timeAgo', () => {
  it.each([
    [before(2026, 2, 12, 15, 30), 'just now'],
    [before(2026, 2, 12, 15, 31), 'just now'], // their clock is ahead of ours
    [before(2026, 2, 12, 15, 29), '1 minute ago'],
    [before(2026, 2, 12, 12, 30), '3 hours ago'],
    [before(2026, 2, 11, 12, 30), '27 hours ago'],
    [before(2026, 2, 2, 15), '10 days ago'],
  ])('says of %s: %s', (iso, text) => {
    expect(timeAgo(iso, NOW)).toBe(text)
  })
})

describe('the chosen time zone', () => {
  const THEN = '2026-03-11T23:30:00.000Z'
  const LATER = new Date('2026-03-12T14:30:00.000Z')

  afterEach(() => settings.change({ timeZone: null, language: null }))

  it.each([
    ['UTC', '23:30', 'Yesterday'],
    ['Europe/Berlin', '0:30', 'Today'],
    ['Pacific/Kiritimati', '13:30', 'Yesterday'],
  ])('is that of clocks and days: %s', (timeZone, clock, day) => {
    settings.change({ timeZone, language: 'en-GB' })
    expect(clockTime(THEN)).toBe(clock)
    expect(dayLabel(THEN, LATER)).toBe(day)
    expect(shortTime(THEN, LATER)).toBe(day === 'Today' ? clock : day)
  })

  it('goes with the chosen language', () => {
    settings.change({ timeZone: 'Europe/Berlin', language: 'de' })
    expect(exactTime(THEN)).toBe('Donnerstag, 12. März 2026 um 00:30:00')
    expect(timeAgo(THEN, LATER)).toBe('vor 15 Stunden')
  })
})
