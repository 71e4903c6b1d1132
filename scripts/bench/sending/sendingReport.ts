import { percentile } from '../measure/statistics'
import { known, table } from '../report/table'

import type { Sending, SendingSummary } from './measureSending'

const row = (title: string, summary: SendingSummary) => [
  title,
  Math.round(summary.acceptedPerSecond).toLocaleString('en-US'),
  summary.p50.toFixed(1),
  summary.p99.toFixed(1),
  summary.cpu.toFixed(2),
  known(summary.databaseCpu, 2),
]

export const sendingTable = ({ amount, connections, ours, loop }: Sending) =>
  table(
    [
      `${amount} messages, ${connections} at a time`,
      'accepted/s',
      'p50 ms',
      'p99 ms',
      'CPU s/1,000',
      'database CPU s/1,000',
    ],
    [
      row('(a) sendSms of Heliograph', ours),
      row('(d) a loop of the twilio client', loop),
    ]
  )

export const sendingLine = ({ ratio, inexact, pickUps }: Sending) =>
  `a/d ${ratio.toFixed(2)}; ` +
  (inexact === 0
    ? '(a) each was accepted exactly once, and is known by its SID'
    : `(a) WRONG: ${inexact} were not accepted exactly once`) +
  `; a queued message is taken after ${percentile(pickUps, 0.5).toFixed(1)} ms (p50), ${percentile(pickUps, 0.99).toFixed(1)} ms (p99).`
