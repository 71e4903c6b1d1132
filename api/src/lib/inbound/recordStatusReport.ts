import { publish } from 'src/lib/live/publish'
import { logger } from 'src/lib/logger'

import { type RecordedReport, recordStatusReports } from 'src/lib/delivery/recordStatusReports'
import type { StatusReport } from 'src/lib/delivery/statusReport'

/** Records one report, tells the screens, and returns after the commit. */
export async function recordStatusReport(
  report: StatusReport
): Promise<RecordedReport> {
  const [recorded] = await recordStatusReports([report])
  const { messageId, conversationId, changed, disposition } = recorded
  if (changed && messageId && conversationId) {
    publish({ kind: 'messageStatusChanged', messageId, conversationId })
  }
  const { sid, status, source } = report
  const unusual = disposition === 'CONFLICT' || disposition === 'UNKNOWN'
  logger[unusual ? 'warn' : 'info'](
    { messageId, sid, status, source, disposition },
    'Status report'
  )
  return recorded
}
