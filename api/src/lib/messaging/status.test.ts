import { contradict, furthest, isFinal, isReportable, PROGRESS } from './status'

describe('the further of two statuses', () => {
  const each = PROGRESS

  it('is one of the two, and the status itself where they are the same', () => {
    for (const a of each) {
      expect(furthest(a, a)).toEqual(a)
      for (const b of each) {
        expect([a, b]).toContain(furthest(a, b))
      }
    }
  })

  it('does not depend on which of them came first', () => {
    for (const a of each) {
      for (const b of each) {
        expect(furthest(a, b)).toEqual(furthest(b, a))
      }
    }
  })

  it('does not depend on how three of them are put together', () => {
    for (const a of each) {
      for (const b of each) {
        for (const c of each) {
          expect(furthest(furthest(a, b), c)).toEqual(
            furthest(a, furthest(b, c))
          )
        }
      }
    }
  })

  it('goes the way to the handset', () => {
    const way = [
      'PENDING', 'UNCONFIRMED', 'SCHEDULED', 'ACCEPTED', 'QUEUED', 'SENDING', 'SENT',
      'CANCELED', 'FAILED', 'UNDELIVERED', 'DELIVERED', 'READ',
    ] as const // prettier-ignore
    for (const [n, status] of way.slice(1).entries()) {
      expect(furthest(way[n], status)).toEqual(status)
    }
  })
})

describe('a status that can be reported', () => {
  it.each([
    'SCHEDULED',
    'ACCEPTED',
    'QUEUED',
    'SENDING',
    'SENT',
    'CANCELED',
    'FAILED',
    'UNDELIVERED',
    'DELIVERED',
    'READ',
  ])('is %s', (word) => expect(isReportable(word)).toEqual(true))

  it.each([
    'PENDING',
    'UNCONFIRMED',
    'RECEIVED',
    'delivered',
    'PARTIALLY_DELIVERED',
    '',
  ])('is not "%s"', (word) => expect(isReportable(word)).toEqual(false))
})

describe('two ends of one message', () => {
  const ends = PROGRESS.filter(isFinal)

  it('are these', () => {
    expect(ends).toEqual([
      'CANCELED',
      'FAILED',
      'UNDELIVERED',
      'DELIVERED',
      'READ',
    ])
  })

  it('contradict each other, except that what was read was delivered', () => {
    const agreeing = ends.flatMap((a) =>
      ends.filter((b) => a < b && !contradict(a, b)).map((b) => [a, b])
    )
    expect(agreeing).toEqual([['DELIVERED', 'READ']])
    expect(ends.some((end) => contradict(end, end))).toEqual(false)
  })

  it('are no matter between stations on the way', () => {
    expect(contradict('SENT', 'DELIVERED')).toEqual(false)
    expect(contradict('FAILED', 'SENT')).toEqual(false)
  })
})
