import type { ChannelKind } from '@prisma/client'

import type { Sender } from 'src/lib/conversations/appendMessage'
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
  sender: Sender
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

/** A profile's name has 25 characters at WhatsApp; names elsewhere are not much longer. */
const LONGEST_FACT = 200

/** What is not known comes empty. By characters: PostgreSQL takes no half of one. */
const toFact = (value: string | undefined) =>
  value ? [...value.trim()].slice(0, LONGEST_FACT).join('') || null : null

const senderOf = (params: Record<string, string | undefined>): Sender => ({
  profileName: toFact(params.ProfileName),
  city: toFact(params.FromCity),
  state: toFact(params.FromState),
  zip: toFact(params.FromZip),
  country: toFact(params.FromCountry),
})

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
    sender: senderOf(params),
    optOutType: params.OptOutType,
    params: kept,
  }
}
