import { validate as isUuid } from 'uuid'

import type { StatusReport } from 'src/lib/delivery/statusReport'

import { toIdentifier, toInteger, withoutNul } from './readParams'

/**
 * Twilio's status callback as a report. Whatever is missing or strange stays in `params`, and makes no sense rather
 * than an error.
 *
 * @see https://www.twilio.com/docs/messaging/guides/track-outbound-message-status
 */
export function parseStatusCallback(
  params: Record<string, string>,
  messageId: string | undefined
): StatusReport {
  const clean = withoutNul(params)
  return {
    messageId: messageId && isUuid(messageId) ? messageId : null,
    sid: toIdentifier(clean.MessageSid || clean.SmsSid),
    status: (clean.MessageStatus || clean.SmsStatus || '').toUpperCase(),
    source: 'CALLBACK',
    errorCode: toInteger(clean.ErrorCode),
    errorDetail: clean.ErrorMessage || clean.ChannelStatusMessage || null,
    rawDlrDoneDate: clean.RawDlrDoneDate || null,
    params: clean,
  }
}
