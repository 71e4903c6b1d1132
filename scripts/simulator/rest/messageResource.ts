import type { Media, SimulatedMessage } from '../network/messages'

/** RFC 2822, always in UTC, as in all of Twilio's 2010 API. */
export const rfc2822 = (date: Date) =>
  date.toUTCString().replace('GMT', '+0000')

/** The 20 fields of https://www.twilio.com/docs/messaging/api/message-resource#message-properties */
export function messageResource(message: SimulatedMessage) {
  const path = messagePath(message)
  // A Messaging Service counts segments when it has chosen a sender.
  const counted = !['accepted', 'scheduled'].includes(message.status)
  return {
    account_sid: message.accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: rfc2822(message.dateCreated),
    date_sent: message.dateSent && rfc2822(message.dateSent),
    date_updated: rfc2822(message.dateUpdated),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: message.errorMessage,
    from: message.from,
    messaging_service_sid: message.messagingServiceSid,
    num_media: String(message.media.length),
    num_segments: counted ? String(message.numSegments) : '0',
    price: message.price,
    price_unit: 'USD',
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${path}/Media.json` },
    to: message.to,
    uri: `${path}.json`,
  }
}

export function mediaResource(message: SimulatedMessage, media: Media) {
  return {
    account_sid: message.accountSid,
    content_type: media.contentType,
    date_created: rfc2822(media.dateCreated),
    date_updated: rfc2822(media.dateCreated),
    parent_sid: message.sid,
    sid: media.sid,
    uri: `${mediaPath(message, media)}.json`,
  }
}

export const messagePath = ({ accountSid, sid }: SimulatedMessage) =>
  `/2010-04-01/Accounts/${accountSid}/Messages/${sid}`

export const mediaPath = (message: SimulatedMessage, media: Media) =>
  `${messagePath(message)}/Media/${media.sid}`
