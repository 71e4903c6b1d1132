import type { Media, SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'
import { segmentsOf } from '../network/segments'
import { newSid } from '../network/sids'

import { deliverMessage } from './deliverMessage'
import { DELIVERED, type Outcome } from './outcomes'

/** A message to send, checked. */
export interface NewMessage {
  to: string
  /** Null: the Messaging Service chooses. */
  from: string | null
  messagingServiceSid: string | null
  body: string
  mediaUrls: string[]
  statusCallback: string | null
  sendAt: Date | null
  smartEncoded: boolean
  direction: 'outbound-api' | 'outbound-reply'
}

/** From here on Twilio has the message, whatever becomes of the answer to the call that brought it. */
export function acceptMessage(
  network: PhoneNetwork,
  wanted: NewMessage,
  errorCode?: number
): SimulatedMessage {
  const now = new Date()
  const message: SimulatedMessage = {
    ...wanted,
    sid: newSid(wanted.mediaUrls.length > 0 ? 'MM' : 'SM'),
    accountSid: network.account.accountSid,
    status: firstStatus(network, wanted),
    numSegments: segmentsOf(wanted),
    media: wanted.mediaUrls.map((url) => newMedia(url, now)),
    errorCode: null,
    errorMessage: null,
    price: null,
    dateCreated: now,
    dateUpdated: now,
    dateSent: null,
    onHandset: false,
    automatic: false,
  }
  network.messages.add(message)
  network.air.append('accepted', {
    messageSid: message.sid,
    to: message.to,
    from: message.from,
    body: message.body,
    messageStatus: message.status,
    numMedia: message.media.length,
  })
  if (message.status !== 'scheduled') send(network, message, errorCode)
  return message
}

/** Starts a message's way to the handset, which is decided now. */
export function send(
  network: PhoneNetwork,
  message: SimulatedMessage,
  errorCode?: number
) {
  const outcome: Outcome = errorCode
    ? { ...DELIVERED, steps: [{ status: 'failed', errorCode }] }
    : network.outcomes.take(message)
  network.tasks.background(deliverMessage(network, message, outcome))
}

function firstStatus(network: PhoneNetwork, wanted: NewMessage) {
  if (!wanted.messagingServiceSid) return 'queued'
  if (wanted.sendAt) return 'scheduled'
  return wanted.from ? network.settings.serviceWithFromStarts : 'accepted'
}

const newMedia = (url: string, dateCreated: Date): Media => ({
  sid: newSid('ME'),
  // Until it was fetched, its name says what it will be.
  contentType: /\.png$/i.test(url) ? 'image/png' : 'image/jpeg',
  content: Buffer.alloc(0),
  url,
  dateCreated,
})
