import { createHash } from 'node:crypto'

import { signedForm } from '../../simulator/webhooks/signedForm'
import {
  AUTH_TOKEN,
  type CallbackRequest,
  PUBLIC_ORIGIN,
} from '../load/callbacks'

const PATH = '/.redwood/functions/twilioMessage'

const OURS = '+15005550006'

/** Nobody has ever heard of it, until many messages come from it at once. */
export const NEW_NUMBER = '+12125550000'

/** One of Twilio's webhooks for an SMS, signed beforehand. */
function inbound(from: string, name: string): CallbackRequest {
  const sid = `SM${createHash('md5').update(name).digest('hex')}`
  const { headers, body } = signedForm(
    PUBLIC_ORIGIN + PATH,
    {
      ToCountry: 'US',
      ToState: '',
      SmsMessageSid: sid,
      NumMedia: '0',
      ToCity: '',
      FromZip: '94102',
      SmsSid: sid,
      FromState: 'CA',
      SmsStatus: 'received',
      FromCity: 'SAN FRANCISCO',
      Body: 'Is my parcel on its way? I am at home until 4 p.m.',
      FromCountry: 'US',
      To: OURS,
      ToZip: '',
      NumSegments: '1',
      ReferralNumMedia: '0',
      MessageSid: sid,
      AccountSid: 'AC00000000000000000000000000bec400',
      From: from,
      ApiVersion: '2010-04-01',
    },
    AUTH_TOKEN,
    sid
  )
  // The load generator counts for itself.
  const { 'content-length': _counted, ...rest } = headers
  return { method: 'POST', path: PATH, headers: rest, body }
}

const CUSTOMERS = 500

/** Messages of many customers, in turn. */
export const messagesOfMany = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    inbound(`+1415${2_000_000 + (n % CUSTOMERS)}`, `many ${n}`)
  )

/** Messages of one who is new. */
export const messagesOfOne = (count: number) =>
  Array.from({ length: count }, (_, n) => inbound(NEW_NUMBER, `one ${n}`))
