import type { Disposition } from '@prisma/client'

import {
  contradict,
  furthest,
  isReportable,
  type OutboundStatus,
} from './status'

/** What went wrong, in Twilio's code and words. */
export interface Trouble {
  errorCode: number | null
  errorDetail: string | null
}

/** One report about an outbound message: Twilio's word, upper-case, and its error. */
export interface Report extends Trouble {
  status: string
}

/** What the reports so far make of a message. */
export interface Folded extends Trouble {
  status: OutboundStatus
  /** What was done with each report, in the order in which they came. */
  dispositions: Disposition[]
}

const lowest = (a: number | null, b: number | null) =>
  a === null ? b : b === null ? a : Math.min(a, b)

const isBefore = <T extends number | string>(a: T | null, b: T | null) =>
  a !== null && (b === null || a < b)

/** The lower code with its words; of one code, the words that come first. What is not told comes last. */
const lowestTrouble = (a: Trouble, b: Trouble): Trouble =>
  isBefore(a.errorCode, b.errorCode) ||
  (a.errorCode === b.errorCode && isBefore(a.errorDetail, b.errorDetail))
    ? a
    : b

const judge = (
  report: Report,
  earlier: Report[],
  now: Pick<Folded, 'status' | 'errorCode'>
): Disposition => {
  if (!isReportable(report.status)) {
    return 'UNKNOWN'
  }
  const same = earlier.filter(({ status }) => status === report.status)
  const repeats = ({ errorCode }: Report) =>
    report.errorCode === null || errorCode === report.errorCode
  if (same.some(repeats)) {
    return 'DUPLICATE'
  }
  if (same.length > 0) {
    const enriches =
      report.status === now.status &&
      lowest(now.errorCode, report.errorCode) !== now.errorCode
    return enriches ? 'APPLIED' : 'STALE'
  }
  if (earlier.some(({ status }) => contradict(status, report.status))) {
    return 'CONFLICT'
  }
  return furthest(report.status, now.status) === report.status
    ? 'APPLIED'
    : 'STALE'
}

/**
 * The rule of the life of a message, in one place for people to read; the database applies the same one
 * (`record_status_reports` in the migrations), and a property test holds the two together.
 *
 * The status is the furthest one reported. The error belongs to that status: the lowest of the codes that were
 * reported with it, and the words that came with this code, which no order of arrival can change.
 */
export function foldReports(
  reports: Report[],
  start: OutboundStatus = 'PENDING'
): Folded {
  const folded: Folded = {
    status: start,
    errorCode: null,
    errorDetail: null,
    dispositions: [],
  }
  reports.forEach((report, index) => {
    folded.dispositions.push(judge(report, reports.slice(0, index), folded))
    if (!isReportable(report.status)) {
      return
    }
    const status = furthest(folded.status, report.status)
    const { errorCode, errorDetail } =
      status !== folded.status
        ? report
        : status === report.status
          ? lowestTrouble(folded, report)
          : folded
    Object.assign(folded, { status, errorCode, errorDetail })
  })
  return folded
}
