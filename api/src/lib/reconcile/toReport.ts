import type { StatusReport } from 'src/lib/delivery/statusReport'

/** The fields of Twilio's message that say where it is. */
export interface TwilioState {
  sid: string
  status: string
  errorCode: number | null
  errorMessage: string | null
}

/** What Twilio says of a message when it is asked, as a report like any other. */
export const toReport = (
  { sid, status, errorCode, errorMessage }: TwilioState,
  messageId: string
): StatusReport => ({
  messageId,
  sid,
  status: status.toUpperCase(),
  source: 'RECONCILER',
  errorCode: errorCode ?? null,
  errorDetail: errorMessage ?? null,
  rawDlrDoneDate: null,
  params: null,
})
