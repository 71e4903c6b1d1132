import fc from 'fast-check'
import type { MessageStatus } from 'types/graphql'

import { isOlder } from './order'

const STATUSES: MessageStatus[] = [
  'PENDING',
  'UNCONFIRMED',
  'QUEUED',
  'SENT',
  'FAILED',
  'DELIVERED',
  'READ',
]

const version = () =>
  fc.record({
    status: fc.constantFrom(...STATUSES),
    updatedAt: fc
      .integer({ min: 0, max: 5 })
      .map((ms) => new Date(Date.UTC(2026, 0, 1) + ms).toISOString()),
  })

describe('isOlder', () => {
  it('is an order: never both ways, and never of itself', () => {
    fc.assert(
      fc.property(version(), version(), (a, b) => {
        expect(isOlder(a, b) && isOlder(b, a)).toBe(false)
        expect(isOlder(a, a)).toBe(false)
      })
    )
  })

  it('goes by the time first, since an unconfirmed message may be pending again', () => {
    expect(
      isOlder(
        { status: 'UNCONFIRMED', updatedAt: '2026-01-01T00:00:00.000Z' },
        { status: 'PENDING', updatedAt: '2026-01-01T00:00:01.000Z' }
      )
    ).toBe(true)
  })

  it('goes by the way to the handset within one millisecond', () => {
    const updatedAt = '2026-01-01T00:00:00.000Z'
    expect(
      isOlder({ status: 'SENT', updatedAt }, { status: 'DELIVERED', updatedAt })
    ).toBe(true)
  })
})
