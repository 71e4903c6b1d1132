import { logger } from 'src/lib/logger'
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

/** Where a webhook of a sender is set, and how what Twilio has of the sender is judged. */
interface Slot<Found> {
  purpose: SetupPurpose
  place: string
  judge: (found: Found, expected: string) => Judged
}

/** A sender's webhooks, and how Twilio is asked for them. */
export interface Check<Found> {
  look: () => Promise<Found>
  slots: Slot<Found>[]
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

const describe = (error: unknown) => {
  const { status, message } = error as { status?: number; message?: string }
  if (!status) {
    return 'Twilio could not be reached to look it up.'
  }
  return status < 500
    ? `Twilio does not let us look it up (${status}: ${message}).`
    : `Twilio failed to answer (${status}): ask again later.`
}

/** Which URLs belong where: also where Twilio does not let us see what is there, and that is all there is to go by. */
export async function runCheck<Found>({
  look,
  slots,
}: Check<Found>): Promise<SetupUrl[]> {
  const judgeWith = (judge: (slot: Slot<Found>, expected: string) => Judged) =>
    slots.map((slot) => {
      const { purpose, place } = slot
      const expected = expectedUrls()[purpose]
      return { purpose, place, expected, ...judge(slot, expected) }
    })
  try {
    const found = await look()
    return judgeWith(({ judge }, expected) => judge(found, expected))
  } catch (error) {
    logger.warn({ error }, 'A webhook could not be looked up')
    return judgeWith(() => unknown(describe(error)))
  }
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

type PhoneNumber = NonNullable<Awaited<ReturnType<typeof findPhoneNumber>>>

export function numberCheck(
  address: string,
  hasVoice: boolean
): Check<PhoneNumber | null> {
  const slot = (
    purpose: SetupPurpose,
    place: string,
    judge: (number: PhoneNumber, expected: string) => Judged
  ): Slot<PhoneNumber | null> => ({
    purpose,
    place: `${PLACE} ${place}`,
    judge: (number, expected) =>
      number
        ? judge(number, expected)
        : unknown(`The account has no number ${address}.`),
  })
  const messages = slot(
    'MESSAGES',
    'Messaging › A message comes in',
    ({ smsApplicationSid, smsUrl, smsMethod }, expected) =>
      behindApp(smsApplicationSid, judgeUrl(expected, smsUrl, smsMethod))
  )
  const calls = slot(
    'CALLS',
    'Voice › A call comes in',
    ({ voiceApplicationSid, voiceUrl, voiceMethod }, expected) =>
      behindApp(voiceApplicationSid, judgeUrl(expected, voiceUrl, voiceMethod))
  )
  const callStatus = slot(
    'CALL_STATUS',
    'Voice › Call status changes',
    ({ statusCallback, statusCallbackMethod }, expected) =>
      judgeUrl(expected, statusCallback, statusCallbackMethod)
  )
  return {
    look: () => findPhoneNumber(address),
    slots: hasVoice ? [messages, calls, callStatus] : [messages],
  }
}

type WhatsappSender = Awaited<ReturnType<typeof findWhatsappSender>>

export const whatsappCheck = (address: string): Check<WhatsappSender> => ({
  look: () => findWhatsappSender(address),
  slots: [
    {
      purpose: 'MESSAGES',
      place:
        'Messaging › Senders › WhatsApp senders › Webhook URL for incoming messages',
      judge: (sender, expected) =>
        sender
          ? judgeUrl(
              expected,
              sender.webhook?.callbackUrl,
              sender.webhook?.callbackMethod
            )
          : unknown(`The account has no WhatsApp sender ${address}.`),
    },
  ],
})

type Service = Awaited<ReturnType<typeof fetchMessagingService>>

export const serviceCheck = (sid: string): Check<Service> => ({
  look: () => fetchMessagingService(sid),
  slots: [
    {
      purpose: 'MESSAGES',
      place: 'Messaging › Services › Integration › Incoming messages',
      judge: (service, expected) => {
        if (!service) {
          return unknown(`The account has no Messaging Service ${sid}.`)
        }
        return service.useInboundWebhookOnNumber
          ? {
              current: null,
              state: 'SET',
              note: 'It defers to the webhooks of its numbers: each must be set there.',
            }
          : judgeUrl(expected, service.inboundRequestUrl, service.inboundMethod)
      },
    },
  ],
})

type ConversationsWebhook = Awaited<
  ReturnType<typeof fetchConversationsWebhook>
>

const judgeEvents = (judged: Judged, filters: readonly string[]): Judged => {
  const missing = EVENTS.filter((event) => !filters.includes(event))
  return judged.state === 'SET' && missing.length > 0
    ? {
        ...judged,
        state: 'OTHER',
        note: `These events are not switched on: ${missing.join(', ')}.`,
      }
    : judged
}

export const conversationsCheck = (
  serviceSid: string | null
): Check<ConversationsWebhook> => ({
  look: () => fetchConversationsWebhook(serviceSid),
  slots: [
    {
      purpose: 'CONVERSATIONS',
      place: serviceSid
        ? 'Conversations › Manage › Services › Webhooks › Post-event URL'
        : 'Conversations › Manage › Global webhooks › Post-event URL',
      judge: ({ postWebhookUrl, method, filters }, expected) =>
        judgeEvents(judgeUrl(expected, postWebhookUrl, method), filters),
    },
  ],
})

/** Of a short code, or a name: Twilio has no list of their webhooks. */
export const unlistedSlot = (): SetupUrl => ({
  purpose: 'MESSAGES',
  place: 'The Twilio console',
  expected: expectedUrls().MESSAGES,
  ...unknown('Twilio has no way to look this up: compare it in the console.'),
})
