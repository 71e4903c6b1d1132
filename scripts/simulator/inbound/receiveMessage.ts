import { formatAddress, type ChannelKind } from '../account/addresses'
import { intoConversation } from '../conversations/intoConversation'
import { showOnHandset } from '../delivery/changeStatus'
import type { Media, SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'
import { segmentsOf } from '../network/segments'
import { newSid } from '../network/sids'
import type { FormParams } from '../webhooks/signedForm'

import { announceMessage } from './announceMessage'
import { applyConsent, isBlocked } from './consent'
import { extraParams, type Extras } from './extraParams'
import { AUTOMATIC_REPLIES, type OptOutType } from './keywords'

export interface PictureOrder {
  contentType: string
  /** Base64. */
  content: string
  /** As the customer's phone calls it. */
  name?: string
  /** So many askings for it are answered 404 before it is there. */
  missing?: number
  /** Where asking for it leads instead of to the content network. */
  redirect?: string
}

/** A message that a customer writes. */
export interface InboundOrder extends Extras {
  /** A number, or whatever else Twilio puts there; without the channel's prefix. */
  from: string
  /** Default: the account's number. */
  to?: string
  body?: string
  channel?: ChannelKind
  media?: PictureOrder[]
  /** WhatsApp only. */
  profileName?: string
  /** It is announced while it is still received, and again when it is whole. */
  receivingFirst?: boolean
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

  const isTaken = intoConversation(network, message)
  if (isTaken) return { message, announced: Promise.resolve() }
  const optOutType = applyConsent(network, message)
  if (optOutType) replyAutomatically(network, message, optOutType)
  if (optOutType && !network.settings.forwardOptOuts) {
    return { message, announced: Promise.resolve() }
  }
  const announced = network.tasks.track(
    announceMessage(network, message, {
      profileName: order.profileName,
      params: { ...extraParams(order, message.to), ...order.params },
      receivingFirst: order.receivingFirst ?? network.settings.receivingFirst,
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
  const { channel = 'sms', media = [] } = order
  const body = order.body || order.button?.text || ''
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
  { content, ...order }: PictureOrder,
  dateCreated: Date
): Media => ({
  ...order,
  sid: newSid('ME'),
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
