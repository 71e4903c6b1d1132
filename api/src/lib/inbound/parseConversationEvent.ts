import type { StatusReport } from 'src/lib/delivery/statusReport'
import type {
  ChatFacts,
  ChatMessageFacts,
  ParticipantFacts,
} from 'src/lib/twilio/chatFacts'
import type { Form } from 'src/lib/twilio/parseForm'

import { firstValues, toIdentifier, toInteger, withoutNul } from './readParams'

/** One Conversations event; which of its parts are there depends on its type. */
export interface ConversationEvent {
  type: string
  /** CH…; null: nothing can be made of it. */
  chat: ChatFacts | null
  participant: ParticipantFacts | null
  message: ChatMessageFacts | null
  receipt: StatusReport | null
  /** Everything that came. */
  params: Form
}

type Values = ReturnType<typeof firstValues>

const toDate = (value: string | undefined) => {
  const date = new Date(value ?? '')
  return Number.isNaN(date.getTime()) ? undefined : date
}

const chatOf = (values: Values): ChatFacts | null => {
  const sid = toIdentifier(values.ConversationSid)
  return sid
    ? {
        sid,
        serviceSid: toIdentifier(values.ChatServiceSid) ?? undefined,
        messagingServiceSid: values.MessagingServiceSid || undefined,
        friendlyName: values.FriendlyName || undefined,
        uniqueName: values.UniqueName || undefined,
        attributes: values.Attributes,
        // A change of state names it otherwise.
        state: values.StateTo || values.State || undefined,
        createdAt: toDate(values.DateCreated),
        updatedAt: toDate(
          values.DateRemoved ||
            values.StateUpdated ||
            values.DateUpdated ||
            values.DateCreated
        ),
        removedAt: toDate(values.DateRemoved),
      }
    : null
}

const participantOf = (values: Values): ParticipantFacts | null => {
  const sid = toIdentifier(values.ParticipantSid)
  return sid
    ? {
        sid,
        identity: values.Identity || undefined,
        address: values['MessagingBinding.Address'] || undefined,
        proxyAddress: values['MessagingBinding.ProxyAddress'] || undefined,
        type: values['MessagingBinding.Type'] || undefined,
        roleSid: values.RoleSid || undefined,
        attributes: values.Attributes,
        createdAt: toDate(values.DateCreated),
        updatedAt: toDate(
          values.DateRemoved || values.DateUpdated || values.DateCreated
        ),
        removedAt: toDate(values.DateRemoved),
      }
    : null
}

/** A JSON array of `{ Sid, ContentType, Filename, Size }`; anything else is no media. */
const mediaOf = (json: string | undefined): ChatMessageFacts['media'] => {
  try {
    const list: unknown = JSON.parse(json || '[]')
    return (Array.isArray(list) ? list : []).flatMap((item) => {
      const { Sid: sid, ContentType, Filename, Size } = item ?? {}
      return typeof sid === 'string'
        ? [{ sid, contentType: ContentType, name: Filename, size: Size }]
        : []
    })
  } catch {
    return []
  }
}

const indexOf = (value: string | undefined) =>
  value === '0' ? 0 : (toInteger(value) ?? undefined)

const messageOf = (values: Values, params: Form): ChatMessageFacts | null => {
  const sid = toIdentifier(values.MessageSid)
  return sid
    ? {
        sid,
        index: indexOf(values.Index),
        author: values.Author || undefined,
        body: values.Body,
        attributes: values.Attributes,
        participantSid: values.ParticipantSid || undefined,
        media: mediaOf(values.Media),
        byProgram: values.Source === 'API' && !values.ParticipantSid,
        createdAt: toDate(values.DateCreated),
        updatedAt: toDate(values.DateUpdated),
        removedAt: toDate(values.DateRemoved),
        params,
      }
    : null
}

const receiptOf = (values: Values, params: Form): StatusReport => ({
  messageId: null,
  sid: toIdentifier(values.MessageSid),
  status: (values.Status ?? '').toUpperCase(),
  source: 'CALLBACK',
  errorCode: toInteger(values.ErrorCode),
  errorDetail: null,
  rawDlrDoneDate: null,
  params,
})

/**
 * Twilio's Conversations event. A part is there where its type has it and its SID is there.
 *
 * @see https://www.twilio.com/docs/conversations/conversations-webhooks
 */
export function parseConversationEvent(form: Form): ConversationEvent {
  const params = withoutNul(form)
  const values = firstValues(params)
  const type = values.EventType ?? ''
  const is = (what: string) => type.startsWith(`on${what}`)
  return {
    type,
    chat: chatOf(values),
    participant: is('Participant') ? participantOf(values) : null,
    message: is('Message') ? messageOf(values, params) : null,
    receipt: is('DeliveryUpdated') ? receiptOf(values, params) : null,
    params,
  }
}
