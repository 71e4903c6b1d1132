import { createHash } from 'node:crypto'

import { signedForm } from '../../simulator/webhooks/signedForm'

export const PUBLIC_ORIGIN = 'https://inbox.example.com'
export const AUTH_TOKEN = '00000000000000000000000000bec400'

const PATH = '/.redwood/functions/twilioCallback'

/** The conversations that the messages belong to, in turn. */
export const CONVERSATIONS = 500

const uuid = (n: number) =>
  `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** The messages that the load is about: the same ids and SIDs as `layOutMessages` writes. */
export const messageId = uuid

export const conversationId = uuid

export const messageSid = (n: number) =>
  `SM${createHash('md5').update(`${n}`).digest('hex')}`

/** One request, signed beforehand, in autocannon's shape. */
export interface CallbackRequest {
  method: 'POST'
  path: string
  headers: Record<string, string>
  body: string
}

/** One of Twilio's status callbacks about message `n`. */
export function callback(
  n: number,
  status: 'sending' | 'sent' | 'delivered'
): CallbackRequest {
  const sid = messageSid(n)
  const path = `${PATH}?message=${messageId(n)}`
  const { headers, body } = signedForm(
    PUBLIC_ORIGIN + path,
    {
      SmsSid: sid,
      SmsStatus: status,
      MessageStatus: status,
      To: '+14155550100',
      MessageSid: sid,
      AccountSid: 'AC00000000000000000000000000bec400',
      From: '+15005550006',
      ApiVersion: '2010-04-01',
      ...(status === 'delivered' && { RawDlrDoneDate: '2611201430' }),
    },
    AUTH_TOKEN,
    `${sid}-${status}`
  )
  // The load generator counts for itself.
  const { 'content-length': _counted, ...rest } = headers
  return { method: 'POST', path, headers: rest, body }
}

/** Messages whose callbacks are under way together. */
const WINDOW = 250

/**
 * The callbacks of `messages` messages as Twilio brings them: sent, then delivered, those of other messages in between;
 * of each hundred messages, three are reported delivered before they are reported sent, and two are reported twice.
 */
export function callbacksOf(messages: number): CallbackRequest[] {
  const requests: CallbackRequest[] = []
  for (let from = 0; from < messages; from += WINDOW) {
    const numbers = Array.from(
      { length: Math.min(WINDOW, messages - from) },
      (_, n) => from + n
    )
    const swapped = (n: number) => n % 100 < 3
    const twice = (n: number) => n % 100 >= 98
    requests.push(
      ...numbers.map((n) => callback(n, swapped(n) ? 'delivered' : 'sent')),
      ...numbers.map((n) => callback(n, swapped(n) ? 'sent' : 'delivered')),
      ...numbers.filter(twice).map((n) => callback(n, 'delivered'))
    )
  }
  return requests
}
