import { fetchConversationsWebhook } from 'src/lib/twilio/fetchConversationsWebhook'
import { fetchMessagingService } from 'src/lib/twilio/fetchMessagingService'
import { findPhoneNumber } from 'src/lib/twilio/findPhoneNumber'
import { findWhatsappSender } from 'src/lib/twilio/findWhatsappSender'

import { expectedUrls, type SetupPurpose } from './expectedUrls'
import { type Judged, judgeUrl, unknown } from './judgeUrl'

/** One webhook of a sender: what it is for, where it is set, and whether it is. */
export interface SetupUrl extends Judged {
  purpose: SetupPurpose
  /** The place in Twilio's console. */
  place: string
  expected: string
}

/** What the events are that we need to hear of. */
const EVENTS = [
  'onConversationAdded',
  'onConversationUpdated',
  'onConversationRemoved',
  'onConversationStateUpdated',
  'onMessageAdded',
  'onMessageUpdated',
  'onMessageRemoved',
  'onParticipantAdded',
  'onParticipantUpdated',
  'onParticipantRemoved',
  'onDeliveryUpdated',
]

const urlFor = (
  purpose: SetupPurpose,
  place: string,
  judge: (expected: string) => Judged
): SetupUrl => {
  const expected = expectedUrls()[purpose]
  return { purpose, place, expected, ...judge(expected) }
}

/** A TwiML App takes the place of the URL: https://www.twilio.com/docs/usage/api/applications */
const behindApp = (sid: string | undefined, judged: Judged): Judged =>
  sid
    ? {
        ...judged,
        state: 'OTHER',
        note: `The TwiML App ${sid} is set instead, so the address does not count.`,
      }
    : judged

const PLACE = 'Phone Numbers › Manage › Active numbers ›'

export async function checkNumber(
  address: string,
  hasVoice: boolean
): Promise<SetupUrl[]> {
  const number = await findPhoneNumber(address)
  const foreign = unknown(`The account has no number ${address}.`)
  const messages = urlFor(
    'MESSAGES',
    `${PLACE} Messaging › A message comes in`,
    (expected) =>
      number
        ? behindApp(
            number.smsApplicationSid,
            judgeUrl(expected, number.smsUrl, number.smsMethod)
          )
        : foreign
  )
  if (!hasVoice) {
    return [messages]
  }
  return [
    messages,
    urlFor('CALLS', `${PLACE} Voice › A call comes in`, (expected) =>
      number
        ? behindApp(
            number.voiceApplicationSid,
            judgeUrl(expected, number.voiceUrl, number.voiceMethod)
          )
        : foreign
    ),
    urlFor('CALL_STATUS', `${PLACE} Voice › Call status changes`, (expected) =>
      number
        ? judgeUrl(expected, number.statusCallback, number.statusCallbackMethod)
        : foreign
    ),
  ]
}

export async function checkWhatsapp(address: string): Promise<SetupUrl> {
  const sender = await findWhatsappSender(address)
  return urlFor(
    'MESSAGES',
    'Messaging › Senders › WhatsApp senders › Webhook URL for incoming messages',
    (expected) =>
      sender
        ? judgeUrl(
            expected,
            sender.webhook?.callbackUrl,
            sender.webhook?.callbackMethod
          )
        : unknown(`The account has no WhatsApp sender ${address}.`)
  )
}

export async function checkService(sid: string): Promise<SetupUrl> {
  const service = await fetchMessagingService(sid)
  return urlFor(
    'MESSAGES',
    'Messaging › Services › Integration › Incoming messages',
    (expected) => {
      if (!service) {
        return unknown(`The account has no Messaging Service ${sid}.`)
      }
      if (service.useInboundWebhookOnNumber) {
        return {
          current: null,
          state: 'SET',
          note: 'It defers to the webhooks of its numbers: each must be set there.',
        }
      }
      return judgeUrl(
        expected,
        service.inboundRequestUrl,
        service.inboundMethod
      )
    }
  )
}

export async function checkConversations(
  serviceSid: string | null
): Promise<SetupUrl> {
  const { postWebhookUrl, method, filters } =
    await fetchConversationsWebhook(serviceSid)
  const missing = EVENTS.filter((event) => !filters.includes(event))
  return urlFor(
    'CONVERSATIONS',
    serviceSid
      ? 'Conversations › Manage › Services › Webhooks › Post-event URL'
      : 'Conversations › Manage › Global webhooks › Post-event URL',
    (expected) => {
      const judged = judgeUrl(expected, postWebhookUrl, method)
      return judged.state === 'SET' && missing.length > 0
        ? {
            ...judged,
            state: 'OTHER',
            note: `These events are not switched on: ${missing.join(', ')}.`,
          }
        : judged
    }
  )
}
