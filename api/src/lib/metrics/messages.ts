import type {
  ChannelKind,
  Disposition,
  MessageDirection,
  ReportSource,
} from '@prisma/client'

import { isReportable } from 'src/lib/messaging/status'

import { bounded } from './bounded'
import { counter } from './registry'

const messages = counter(
  'messages_total',
  'Messages that were written, by channel and direction',
  ['channel', 'direction']
)
const reports = counter(
  'status_reports_total',
  'Reports of a status, from callbacks and look-ups, and what was done with them',
  ['channel', 'status', 'source', 'disposition']
)
const errors = counter(
  'message_errors_total',
  'Error codes that came with a status, or refused a send',
  ['code']
)
const attempts = counter(
  'send_attempts_total',
  'Calls to Twilio that send a message, by what came of them',
  ['channel', 'outcome']
)
const sends = counter('sends_total', 'Messages that Twilio took, by sender', [
  'sender',
])

const knownCode = bounded()
const knownSender = bounded()

/** A message was written. */
export const countMessage = (
  channel: ChannelKind,
  direction: MessageDirection
) => messages.inc({ channel, direction })

const countError = (code: number | null) => {
  if (code !== null) {
    errors.inc({ code: knownCode(String(code)) })
  }
}

/** A status report was kept. A word that is no status of ours counts as UNKNOWN. */
export function countReport(
  channel: ChannelKind | 'UNKNOWN',
  {
    status,
    source,
    errorCode,
  }: { status: string; source: ReportSource; errorCode: number | null },
  disposition: Disposition
) {
  const word = isReportable(status) ? status : 'UNKNOWN'
  reports.inc({ channel, status: word, source, disposition })
  // The same code comes again with each repetition of a report.
  if (disposition !== 'DUPLICATE') {
    countError(errorCode)
  }
}

/** An attempt to send ended. The sender is an address of ours, or a Messaging Service. */
export function countAttempt(
  { channel, sender }: { channel: ChannelKind; sender: string },
  outcome: { kind: string; errorCode?: number | null }
) {
  attempts.inc({ channel, outcome: outcome.kind })
  countError(outcome.errorCode ?? null)
  if (outcome.kind === 'accepted') {
    sends.inc({ sender: knownSender(sender) })
  }
}
