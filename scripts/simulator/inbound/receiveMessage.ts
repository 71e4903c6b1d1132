import { formatAddress, type ChannelKind } from '../account/addresses'
import { showOnHandset } from '../delivery/changeStatus'
import type { Media, SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'
import { segmentsOf } from '../network/segments'
import { newSid } from '../network/sids'
import type { FormParams } from '../webhooks/signedForm'

import { announceMessage } from './announceMessage'
import { applyConsent, isBlocked } from './consent'
import { AUTOMATIC_REPLIES, type OptOutType } from './keywords'

export interface PictureOrder {
  contentType: string
  /** Base64. */
  content: string
}

/** A message that a customer writes. */
export interface InboundOrder {
  /** A number, or whatever else Twilio puts there; without the channel's prefix. */
  from: string
  /** Default: the account's number. */
  to?: string
  body?: string
  channel?: ChannelKind
  media?: PictureOrder[]
  /** WhatsApp only. */
  profileName?: string
  /** Further webhook parameters, or others than usual. */
  params?: FormParams
}

/**
 * Takes a customer's message in: kept, its opt-out word put into effect, announced to the webhook.
 *
 * @returns the message at once; `announced` when the webhook, its fallback and its replies are done with
 */
export function receiveMessage(network: PhoneNetwork, order: InboundOrder) {
  const message = inboundMessage(network, order)
  network.messages.add(message)
  network.air.append('handset', {
    messageSid: message.sid,
    from: message.from,
    to: message.to,
    body: message.body,
    numMedia: message.media.length,
  })

  const optOutType = applyConsent(network, message)
  if (optOutType) replyAutomatically(network, message, optOutType)
  if (optOutType && !network.settings.forwardOptOuts) {
    return { message, announced: Promise.resolve() }
  }
  const announced = network.tasks.track(
    announceMessage(network, message, {
      profileName: order.profileName,
      params: order.params,
      optOutType: (network.settings.advancedOptOut && optOutType) || undefined,
    })
  )
  return { message, announced }
}

function inboundMessage(
  network: PhoneNetwork,
  order: InboundOrder
): SimulatedMessage {
  const { account, settings } = network
  const { channel = 'sms', body = '', media = [] } = order
  const now = new Date()
  const to = formatAddress({ channel, number: order.to ?? account.phoneNumber })
  return {
    sid: newSid(media.length > 0 ? 'MM' : 'SM'),
    accountSid: account.accountSid,
    messagingServiceSid: settings.inboundThroughService
      ? account.messagingServiceSid
      : null,
    from: formatAddress({ channel, number: order.from }),
    to,
    body,
    direction: 'inbound',
    status: 'received',
    numSegments: segmentsOf({ to, body, mediaUrls: media }),
    media: media.map((picture) => newMedia(picture, now)),
    errorCode: null,
    errorMessage: null,
    price: null,
    dateCreated: now,
    dateUpdated: now,
    dateSent: now,
    statusCallback: null,
    sendAt: null,
    onHandset: true,
    automatic: false,
  }
}

const newMedia = (
  { contentType, content }: PictureOrder,
  dateCreated: Date
): Media => ({
  sid: newSid('ME'),
  contentType,
  content: Buffer.from(content, 'base64'),
  dateCreated,
})

/** Twilio's answer to an opt-out word. HELP gets none from a customer who opted out. */
function replyAutomatically(
  network: PhoneNetwork,
  inbound: SimulatedMessage,
  type: OptOutType
) {
  const customer = inbound.from ?? ''
  if (type === 'HELP' && isBlocked(network, customer)) return
  const reply: SimulatedMessage = {
    ...inbound,
    sid: newSid('SM'),
    from: inbound.to,
    to: customer,
    body: AUTOMATIC_REPLIES[type],
    direction: 'outbound-reply',
    status: 'delivered',
    media: [],
    onHandset: false,
    automatic: true,
  }
  network.messages.add(reply)
  showOnHandset(network, reply)
}
