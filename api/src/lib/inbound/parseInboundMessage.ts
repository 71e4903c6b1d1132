import type { ChannelKind } from '@prisma/client'

import { parseChannelAddress } from 'src/lib/twilio/channelAddress'

import { toIdentifier, toInteger, withoutNul } from './readParams'

export interface InboundMessage {
  sid: string | null
  channel: ChannelKind
  /** The contact's address, without a channel prefix. */
  from: string
  /** Ours, likewise. */
  to: string
  messagingServiceSid: string | null
  body: string
  numSegments: number | null
  /** False while Twilio still receives it (`SmsStatus=receiving`). */
  complete: boolean
  media: { url: string; contentType?: string }[]
  /** Everything that came. */
  params: Record<string, string>
}

/** Twilio takes ten media at most; a larger number is not theirs. */
const MAX_MEDIA = 10

const mediaOf = (params: Record<string, string>) =>
  Array.from({ length: Math.min(Number(params.NumMedia) || 0, MAX_MEDIA) })
    .map((_, n) => ({
      url: params[`MediaUrl${n}`],
      contentType: params[`MediaContentType${n}`],
    }))
    .filter(({ url }) => url)

/**
 * Twilio's inbound message.
 *
 * @see https://www.twilio.com/docs/messaging/guides/webhook-request
 */
export function parseInboundMessage(
  received: Record<string, string>
): InboundMessage {
  const params = withoutNul(received)
  const from = parseChannelAddress(toIdentifier(params.From) ?? '')
  const to = parseChannelAddress(toIdentifier(params.To) ?? '')
  return {
    sid: toIdentifier(
      params.MessageSid || params.SmsMessageSid || params.SmsSid
    ),
    channel: from.channel,
    from: from.address,
    to: to.address,
    messagingServiceSid: params.MessagingServiceSid || null,
    body: params.Body ?? '',
    numSegments: toInteger(params.NumSegments),
    complete: params.SmsStatus !== 'receiving',
    media: mediaOf(params),
    params,
  }
}
