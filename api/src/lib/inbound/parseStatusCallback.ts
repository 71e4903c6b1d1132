import { validate as isUuid } from 'uuid'

import type { StatusReport } from 'src/lib/delivery/statusReport'

const LARGEST_CODE = 2 ** 31 - 1

const toCode = (value: string | undefined) => {
  const code = Number(value)
  return value && Number.isInteger(code) && code > 0 && code <= LARGEST_CODE
    ? code
    : null
}

// PostgreSQL's text and jsonb can't hold it.
const withoutNul = (value: string) => value.replaceAll('\0', '')

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
  const clean = Object.fromEntries(
    Object.entries(params).map((entry) => entry.map(withoutNul))
  ) as Record<string, string>
  return {
    messageId: messageId && isUuid(messageId) ? messageId : null,
    sid: clean.MessageSid || clean.SmsSid || null,
    status: (clean.MessageStatus || clean.SmsStatus || '').toUpperCase(),
    source: 'CALLBACK',
    errorCode: toCode(clean.ErrorCode),
    errorDetail: clean.ErrorMessage || clean.ChannelStatusMessage || null,
    rawDlrDoneDate: clean.RawDlrDoneDate || null,
    params: clean,
  }
}
