import fc from 'fast-check'
import { arrivals, shuffled, split } from 'test-support/reports'

import { foldReports, type Report } from './foldReports'
import { furthest } from './status'

const end = (reports: Report[]) => {
  const { status, errorCode, errorDetail } = foldReports(reports)
  return { status, errorCode, errorDetail }
}

const report = (
  status: string,
  errorCode: number | null = null,
  errorDetail: string | null = null
): Report => ({ status, errorCode, errorDetail })

describe('where a message ends', () => {
  it('is the same for every order of arrival', () => {
    const anyTwoOrders = arrivals().chain((reports) =>
      fc.tuple(fc.constant(reports), shuffled(reports))
    )
    fc.assert(
      fc.property(anyTwoOrders, ([one, other]) => {
        expect(end(one)).toEqual(end(other))
      }),
      { numRuns: 1000 }
    )
  })

  it('is the same when reports are repeated', () => {
    const withRepeats = arrivals().chain((reports) =>
      fc.tuple(
        fc.constant(reports),
        fc
          .subarray(reports)
          .chain((repeats) => shuffled([...reports, ...repeats]))
      )
    )
    fc.assert(
      fc.property(withRepeats, ([reports, repeated]) => {
        expect(end(repeated)).toEqual(end(reports))
      }),
      { numRuns: 1000 }
    )
  })

  it('is the furthest that any part of the reports reaches', () => {
    const inParts = arrivals().chain((reports) =>
      fc.tuple(fc.constant(reports), split(reports))
    )
    fc.assert(
      fc.property(inParts, ([reports, parts]) => {
        const reached = parts.map((part) => foldReports(part).status)
        expect(end(reports).status).toEqual(reached.reduce(furthest, 'PENDING'))
      }),
      { numRuns: 1000 }
    )
  })

  it('has the words that came with its code', () => {
    const reports = [
      report('FAILED', null, 'no code'),
      report('UNDELIVERED', 30008, 'unknown'),
      report('UNDELIVERED', 30003, 'unreachable'),
      report('UNDELIVERED', 30003, 'a phone that is off'),
      report('UNDELIVERED', 30003),
    ]
    expect(end(reports)).toEqual({
      status: 'UNDELIVERED',
      errorCode: 30003,
      errorDetail: 'a phone that is off',
    })
  })

  it('has the error code of its own status, not of one on the way', () => {
    fc.assert(
      fc.property(arrivals(), (reports) => {
        const { status, errorCode } = end(reports)
        const codes = reports
          .filter((each) => each.status === status && each.errorCode !== null)
          .map((each) => each.errorCode as number)
        expect(errorCode).toEqual(codes.length > 0 ? Math.min(...codes) : null)
      }),
      { numRuns: 1000 }
    )
  })
})

describe('what is done with each report', () => {
  const cases: [string, Report[], string[], string, number | null][] = [
    [
      'each on its way: applied',
      [report('QUEUED'), report('SENT'), report('DELIVERED'), report('READ')],
      ['APPLIED', 'APPLIED', 'APPLIED', 'APPLIED'],
      'READ',
      null,
    ],
    [
      'an exact repeat: duplicate',
      [
        report('SENT'),
        report('SENT'),
        report('FAILED', 30003),
        report('FAILED', 30003),
      ],
      ['APPLIED', 'DUPLICATE', 'APPLIED', 'DUPLICATE'],
      'FAILED',
      30003,
    ],
    [
      'one that comes too late: stale, and its repeat a duplicate',
      [report('DELIVERED'), report('SENT'), report('SENT')],
      ['APPLIED', 'STALE', 'DUPLICATE'],
      'DELIVERED',
      null,
    ],
    [
      'delivered after undelivered: a conflict, and it has arrived',
      [report('UNDELIVERED', 30003), report('DELIVERED')],
      ['APPLIED', 'CONFLICT'],
      'DELIVERED',
      null,
    ],
    [
      'undelivered after delivered: a conflict, and it has arrived all the same',
      [report('DELIVERED'), report('UNDELIVERED', 30003)],
      ['APPLIED', 'CONFLICT'],
      'DELIVERED',
      null,
    ],
    [
      'failed and undelivered: the second is the conflict',
      [report('UNDELIVERED', 30005), report('FAILED', 30008)],
      ['APPLIED', 'CONFLICT'],
      'UNDELIVERED',
      30005,
    ],
    [
      'canceled and failed: the second is the conflict',
      [report('CANCELED'), report('FAILED', 30001)],
      ['APPLIED', 'CONFLICT'],
      'FAILED',
      30001,
    ],
    [
      'read and delivered: no conflict in either order',
      [report('READ'), report('DELIVERED')],
      ['APPLIED', 'STALE'],
      'READ',
      null,
    ],
    [
      'a code that comes later: it enriches',
      [report('UNDELIVERED'), report('UNDELIVERED', 30005)],
      ['APPLIED', 'APPLIED'],
      'UNDELIVERED',
      30005,
    ],
    [
      'a report without the code that is known: a duplicate',
      [report('UNDELIVERED', 30005), report('UNDELIVERED')],
      ['APPLIED', 'DUPLICATE'],
      'UNDELIVERED',
      30005,
    ],
    [
      'another code for the same status: the lowest stays, in both orders',
      [
        report('UNDELIVERED', 30005),
        report('UNDELIVERED', 30003),
        report('UNDELIVERED', 30008),
      ],
      ['APPLIED', 'APPLIED', 'STALE'],
      'UNDELIVERED',
      30003,
    ],
    [
      'a code for a status that was overtaken: stale',
      [
        report('UNDELIVERED'),
        report('DELIVERED'),
        report('UNDELIVERED', 30003),
      ],
      ['APPLIED', 'CONFLICT', 'STALE'],
      'DELIVERED',
      null,
    ],
    [
      'a word that nobody knows: unknown, however often',
      [
        report('TELEPORTED', 1),
        report('TELEPORTED', 1),
        report('SENT'),
        report(''),
      ],
      ['UNKNOWN', 'UNKNOWN', 'APPLIED', 'UNKNOWN'],
      'SENT',
      null,
    ],
    [
      'our own words from outside: unknown',
      [
        report('SENT'),
        report('PENDING'),
        report('UNCONFIRMED'),
        report('RECEIVED'),
      ],
      ['APPLIED', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN'],
      'SENT',
      null,
    ],
  ]

  it.each(cases)('%s', (_what, reports, dispositions, status, errorCode) => {
    expect(foldReports(reports)).toMatchObject({
      status,
      errorCode,
      dispositions,
    })
  })

  it('starts from where the message already is', () => {
    expect(foldReports([report('QUEUED')], 'UNCONFIRMED')).toMatchObject({
      status: 'QUEUED',
      dispositions: ['APPLIED'],
    })
    expect(foldReports([], 'SCHEDULED')).toEqual({
      status: 'SCHEDULED',
      errorCode: null,
      errorDetail: null,
      dispositions: [],
    })
  })
})
