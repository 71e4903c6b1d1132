import type { StatusReport } from 'src/lib/delivery/statusReport'

/** What we learned by our own call to Twilio, or decided ourselves, as a report like any other. */
export const apiReport = (
  messageId: string,
  fields: Pick<StatusReport, 'sid' | 'status'> &
    Partial<Pick<StatusReport, 'errorCode' | 'errorDetail'>>
): StatusReport => ({
  messageId,
  source: 'API',
  errorCode: null,
  errorDetail: null,
  rawDlrDoneDate: null,
  params: null,
  ...fields,
})
