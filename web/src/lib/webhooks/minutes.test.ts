import { scaleFor, sum } from './minutes'
import type { Minute } from './minutes'

const minute = (callbacks: number, refused = 0, notRecorded = 0): Minute => ({
  __typename: 'WebhookMinute',
  minute: '2026-03-03T10:00:00.000Z',
  callbacks,
  inbound: 0,
  refused,
  notRecorded,
})

describe('scaleFor', () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 5],
    [6, 10],
    [10, 10],
    [11, 20],
    [20, 20],
    [999, 1000],
    [1001, 2000],
  ])('is round and not below %i: %i', (most, scale) => {
    expect(scaleFor([minute(0), minute(most)])).toBe(scale)
  })

  it('counts what was not taken in on top', () => {
    expect(scaleFor([minute(4, 1, 1)])).toBe(10)
  })

  it('is 1 for nothing at all', () => {
    expect(scaleFor([])).toBe(1)
  })
})

it('adds up', () => {
  expect(sum([minute(2), minute(3)], ({ callbacks }) => callbacks)).toBe(5)
})
