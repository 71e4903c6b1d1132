import { createBatcher } from 'src/lib/batching/createBatcher'
import { noteRefusal } from 'src/lib/consent/noteRefusal'
import { isValueError } from 'src/lib/database/isValueError'
import {
  type RecordedReport,
  recordStatusReports,
} from 'src/lib/delivery/recordStatusReports'
import type { StatusReport } from 'src/lib/delivery/statusReport'
import { publish } from 'src/lib/live/publish'
import { logger } from 'src/lib/logger'
import { OPTED_OUT_CODE } from 'src/lib/messaging/consentWords'
import { countReport } from 'src/lib/metrics/messages'
import { parseChannelAddress } from 'src/lib/twilio/channelAddress'

import { firstValues } from './readParams'

/** Concurrent reports share one statement and one commit: the commit is what costs. */
const record = createBatcher<StatusReport, RecordedReport>({
  name: 'recordStatusReports',
  handle: (reports) => recordStatusReports(reports),
  isOneItemsFault: isValueError,
  largest: 200,
  running: 2,
  waiting: 2_000,
})

const log = (
  { sid, status, source }: StatusReport,
  { messageId, disposition }: RecordedReport
) => {
  const unusual = disposition === 'CONFLICT' || disposition === 'UNKNOWN'
  logger[unusual ? 'warn' : 'debug'](
    { messageId, sid, status, source, disposition },
    'Status report'
  )
}

/** As its sender is written, where the report names one. */
const channelOf = ({ params }: StatusReport) => {
  const { From } = firstValues(params ?? {})
  return From ? parseChannelAddress(From).channel : 'UNKNOWN'
}

/**
 * Records one report, tells the screens, and returns after the commit.
 *
 * @throws OverloadedError, or the database's error: nothing was recorded
 */
export async function recordStatusReport(
  report: StatusReport
): Promise<RecordedReport> {
  const recorded = await record(report)
  const { messageId, conversationId, changed } = recorded
  if (changed && messageId && conversationId) {
    publish({ kind: 'messageStatusChanged', messageId, conversationId })
  }
  if (conversationId && report.errorCode === OPTED_OUT_CODE) {
    await noteRefusal(conversationId)
  }
  countReport(channelOf(report), report, recorded.disposition)
  log(report, recorded)
  return recorded
}
