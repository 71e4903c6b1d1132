import type { ChannelKind } from '@prisma/client'

import { parseChannelAddress } from 'src/lib/twilio/channelAddress'
import type { Form } from 'src/lib/twilio/parseForm'

import { firstValues, toIdentifier, toInteger, withoutNul } from './readParams'

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
  /** What Twilio's Advanced Opt-Out made of it: STOP, START or HELP. */
  optOutType: string | undefined
  /** Everything that came. */
  params: Form
}

/** Twilio takes ten media at most; a larger number is not theirs. */
const MAX_MEDIA = 10

const mediaOf = (params: Record<string, string | undefined>) => {
  const count = Math.min(Number(params.NumMedia) || 0, MAX_MEDIA)
  return Array.from({ length: count }).flatMap((_, n) => {
    const url = params[`MediaUrl${n}`]
    return url ? [{ url, contentType: params[`MediaContentType${n}`] }] : []
  })
}

/**
 * Twilio's inbound message.
 *
 * @see https://www.twilio.com/docs/messaging/guides/webhook-request
 */
export function parseInboundMessage(form: Form): InboundMessage {
  const kept = withoutNul(form)
  const params = firstValues(kept)
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
    optOutType: params.OptOutType,
    params: kept,
  }
}
