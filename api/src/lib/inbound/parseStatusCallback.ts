import { validate as isUuid } from 'uuid'

import type { StatusReport } from 'src/lib/delivery/statusReport'
import type { Form } from 'src/lib/twilio/parseForm'

import { firstValues, toIdentifier, toInteger, withoutNul } from './readParams'

/**
 * Twilio's status callback as a report. Whatever is missing or strange stays in `params`, and makes no sense rather
 * than an error.
 *
 * @see https://www.twilio.com/docs/messaging/guides/track-outbound-message-status
 */
export function parseStatusCallback(
  form: Form,
  messageId: string | undefined
): StatusReport {
  const params = withoutNul(form)
  const first = firstValues(params)
  return {
    messageId: messageId && isUuid(messageId) ? messageId : null,
    sid: toIdentifier(first.MessageSid || first.SmsSid),
    status: (first.MessageStatus || first.SmsStatus || '').toUpperCase(),
    source: 'CALLBACK',
    errorCode: toInteger(first.ErrorCode),
    errorDetail: first.ErrorMessage || first.ChannelStatusMessage || null,
    rawDlrDoneDate: first.RawDlrDoneDate || null,
    params,
  }
}
