import { parseAddress } from '../account/addresses'
import { placeOf } from '../inbound/places'
import type { SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'
import { mediaPath } from '../rest/messageResource'

import type { FormParams } from './signedForm'

export interface InboundDetails {
  profileName?: string
  /** Announced before it is whole, too: see `announceMessage`. */
  receivingFirst?: boolean
  /** Set under Advanced Opt-Out only. */
  optOutType?: string
  /** Any other parameter: buttons, locations, what Twilio adds tomorrow. */
  params?: FormParams
}

/**
 * The parameters of an inbound message's webhook, in the order in which Twilio sends them.
 * https://www.twilio.com/docs/messaging/guides/webhook-request
 */
export function inboundParams(
  network: PhoneNetwork,
  message: SimulatedMessage,
  { profileName, optOutType, params }: InboundDetails
): FormParams {
  const { channel } = parseAddress(message.from ?? '') ?? {}
  const all: Record<string, string | null | undefined> = {
    ...(channel === 'whatsapp'
      ? whatsappParams(message, profileName)
      : smsParams(message)),
    ...mediaParams(network, message),
    OptOutType: optOutType,
    ...params,
  }
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => typeof value === 'string')
  ) as FormParams
}

/** What is known of a message before it is whole: https://www.twilio.com/docs/messaging/api/message-resource#message-status-values */
export const receivingParams = (params: FormParams): FormParams => ({
  ...Object.fromEntries(
    Object.entries(params).filter(([name]) => !name.startsWith('Media'))
  ),
  NumMedia: '0',
  SmsStatus: 'receiving',
})

/** What is not known about a place is sent empty, not left out. */
function smsParams(message: SimulatedMessage) {
  const from = placeOf(message.from ?? '')
  const to = placeOf(message.to)
  return {
    ToCountry: to.country,
    ToState: to.state,
    SmsMessageSid: message.sid,
    NumMedia: String(message.media.length),
    ToCity: to.city,
    FromZip: from.zip,
    SmsSid: message.sid,
    FromState: from.state,
    SmsStatus: 'received',
    FromCity: from.city,
    Body: message.body,
    FromCountry: from.country,
    To: message.to,
    MessagingServiceSid: message.messagingServiceSid,
    ToZip: to.zip,
    NumSegments: String(message.numSegments),
    ReferralNumMedia: '0',
    MessageSid: message.sid,
    AccountSid: message.accountSid,
    From: message.from,
    ApiVersion: '2010-04-01',
  }
}

function whatsappParams(message: SimulatedMessage, profileName = 'Customer') {
  return {
    SmsMessageSid: message.sid,
    NumMedia: String(message.media.length),
    ProfileName: profileName,
    MessageType: messageType(message),
    SmsSid: message.sid,
    WaId: message.from?.replace(/\D/g, ''),
    SmsStatus: 'received',
    Body: message.body,
    To: message.to,
    MessagingServiceSid: message.messagingServiceSid,
    NumSegments: '1',
    ReferralNumMedia: '0',
    MessageSid: message.sid,
    AccountSid: message.accountSid,
    From: message.from,
    ApiVersion: '2010-04-01',
  }
}

const messageType = ({ media: [first] }: SimulatedMessage) =>
  first ? first.contentType.split('/')[0] : 'text'

function mediaParams(network: PhoneNetwork, message: SimulatedMessage) {
  return Object.fromEntries(
    message.media.flatMap((media, index) => [
      [`MediaContentType${index}`, media.contentType],
      [`MediaUrl${index}`, network.url + mediaPath(message, media)],
    ])
  )
}
