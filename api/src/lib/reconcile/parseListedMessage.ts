import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message'

import { config } from 'src/lib/config/config'
import {
  type InboundMessage,
  parseInboundMessage,
} from 'src/lib/inbound/parseInboundMessage'
import { listTwilioMedia } from 'src/lib/twilio/listTwilioMedia'

const TWILIO = config.twilio.apiBaseUrl ?? 'https://api.twilio.com'

/** A message of Twilio's list as its webhook would have told us of it. */
export async function parseListedMessage(
  listed: MessageInstance
): Promise<InboundMessage> {
  const media =
    Number(listed.numMedia) > 0 ? await listTwilioMedia(listed.sid) : []
  return parseInboundMessage({
    MessageSid: listed.sid,
    AccountSid: listed.accountSid,
    MessagingServiceSid: listed.messagingServiceSid ?? '',
    From: listed.from,
    To: listed.to,
    Body: listed.body,
    SmsStatus: 'received',
    NumSegments: listed.numSegments,
    NumMedia: String(media.length),
    ...Object.fromEntries(
      media.flatMap(({ uri, contentType }, n) => [
        [`MediaUrl${n}`, new URL(uri.replace(/\.json$/, ''), TWILIO).href],
        [`MediaContentType${n}`, contentType],
      ])
    ),
  })
}
