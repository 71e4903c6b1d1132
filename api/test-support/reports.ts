import fc from 'fast-check'

import type { Report } from 'src/lib/messaging/foldReports'
import type { OutboundStatus } from 'src/lib/messaging/status'

/** The ways that messages really take, and some that only a broken carrier takes. */
const WAYS: OutboundStatus[][] = [
  ['QUEUED', 'SENT', 'DELIVERED'],
  ['ACCEPTED', 'QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'READ'],
  ['QUEUED', 'SENT', 'UNDELIVERED'],
  ['QUEUED', 'SENT', 'UNDELIVERED', 'DELIVERED'],
  ['ACCEPTED', 'FAILED'],
  ['QUEUED', 'FAILED', 'UNDELIVERED'],
  ['SCHEDULED', 'CANCELED'],
  ['SCHEDULED', 'QUEUED', 'SENT', 'READ'],
  ['QUEUED', 'SENT', 'DELIVERED', 'UNDELIVERED', 'FAILED'],
]

const TROUBLE: readonly string[] = ['FAILED', 'UNDELIVERED']

/** What Twilio may say next year, and what only we say. */
const OTHER_WORDS = [
  'PARTIALLY_DELIVERED',
  'TELEPORTED',
  '',
  'PENDING',
  'UNCONFIRMED',
  'RECEIVED',
]

const codeFor = (status: string) =>
  TROUBLE.includes(status)
    ? fc.constantFrom(null, null, 30003, 30005, 30008)
    : fc.constantFrom(null, null, null, 30003)

const DETAILS = [null, null, 'Unreachable', 'Carrier says no', 'Über-Fehler']

const withCode = (status: string): fc.Arbitrary<Report> =>
  fc
    .tuple(codeFor(status), fc.constantFrom(...DETAILS))
    .map(([errorCode, errorDetail]) => ({ status, errorCode, errorDetail }))

const way = fc
  .constantFrom(...WAYS)
  .chain((statuses) => fc.tuple(...statuses.map(withCode)))

const strays = fc.array(fc.constantFrom(...OTHER_WORDS).chain(withCode), {
  maxLength: 2,
})

/** Some of the reports once more: as they were, or with another code. */
const repeatsOf = (reports: Report[]) =>
  fc
    .subarray(reports)
    .chain((repeated) =>
      fc.tuple(
        ...repeated.map((report) =>
          fc.oneof(fc.constant(report), withCode(report.status))
        )
      )
    )

/** The reports of one message as they arrive: some twice, some again with another code, in any order. */
export const arrivals = (): fc.Arbitrary<Report[]> =>
  fc
    .tuple(way, way, strays)
    .chain(([reports, others, words]) =>
      repeatsOf([...reports, ...reports, ...others]).map((repeats) => [
        ...reports,
        ...repeats,
        ...words,
      ])
    )
    .chain((reports) => shuffled(reports))

/** The same reports in another order. */
export const shuffled = <T>(items: T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray(items, { minLength: items.length })

/** The same reports, in the same order, in parts. */
export const split = <T>(items: T[]): fc.Arbitrary<T[][]> =>
  fc
    .array(fc.boolean(), { minLength: items.length, maxLength: items.length })
    .map((cuts) =>
      items.reduce<T[][]>((parts, item, n) => {
        if (n === 0 || cuts[n]) {
          parts.push([])
        }
        parts[parts.length - 1].push(item)
        return parts
      }, [])
    )
