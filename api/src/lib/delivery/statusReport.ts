import type { ReportSource } from '@prisma/client'

import type { Form } from 'src/lib/twilio/parseForm'

/** One report of a message's status, from whomever it comes. */
export interface StatusReport {
  /** The row that the callback URL names. */
  messageId: string | null
  sid: string | null
  /** Twilio's word, upper-case. */
  status: string
  source: ReportSource
  errorCode: number | null
  errorDetail: string | null
  rawDlrDoneDate: string | null
  /** Everything that came with it. */
  params: Form | null
}
