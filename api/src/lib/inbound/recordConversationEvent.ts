import type { Disposition } from '@prisma/client'

import { changeChat } from 'src/lib/chat/changeChat'
import { keepChat, keepState } from 'src/lib/chat/keepChat'
import { keepConsent, keepRefusal } from 'src/lib/chat/keepConsent'
import { keepMessage } from 'src/lib/chat/keepMessage'
import { keepParticipant } from 'src/lib/chat/keepParticipant'
import { keepReceipt } from 'src/lib/chat/keepReceipt'
import { lookAgain } from 'src/lib/chat/lookAgain'
import { openChat } from 'src/lib/chat/openChat'
import { touchConversation } from 'src/lib/chat/touchConversation'
import { type Transaction } from 'src/lib/database/sql'
import type { LiveEvent } from 'src/lib/live/events'
import { logger } from 'src/lib/logger'
import { OPTED_OUT_CODE } from 'src/lib/messaging/consentWords'
import type { ChatFacts } from 'src/lib/twilio/chatFacts'

import type { ConversationEvent } from './parseConversationEvent'

/** What was done with an event, and what the screens are to hear of it. */
interface Applied {
  disposition: Disposition
  news: LiveEvent[]
}

const NOTHING: Applied = { disposition: 'UNKNOWN', news: [] }

type WithChat = ConversationEvent & { chat: ChatFacts }

/** Of the conversation itself, or of who takes part. */
const applyToChat = async (
  tx: Transaction,
  { type, chat: facts, participant }: WithChat
): Promise<Applied> => {
  const isOfParticipant = type.startsWith('onParticipant')
  if (isOfParticipant && !participant) {
    return NOTHING
  }
  const chat = await openChat(tx, facts)
  const { conversationId, isNew } = chat
  const keep = async (): Promise<Disposition> => {
    if (participant) {
      return keepParticipant(tx, chat, participant)
    }
    if (type === 'onConversationStateUpdated') {
      const { state, updatedAt } = facts
      const moved = !!state && (await keepState(tx, chat, state, updatedAt))
      return moved ? 'APPLIED' : 'STALE'
    }
    return keepChat(tx, chat, facts)
  }
  const disposition = await keep()
  await touchConversation(tx, conversationId)
  // What it wrote may be here already.
  const consent =
    participant && disposition === 'APPLIED' ? await keepConsent(tx, chat) : []
  const news: LiveEvent = { kind: 'conversationChanged', conversationId, isNew }
  return {
    disposition,
    news: isNew || disposition === 'APPLIED' ? [news, ...consent] : [],
  }
}

const applyMessage = async (
  tx: Transaction,
  { chat: facts, message }: WithChat
): Promise<Applied> => {
  if (!message) {
    return NOTHING
  }
  const chat = await openChat(tx, facts)
  const { conversationId } = chat
  const { messageId, isNew, disposition } = await keepMessage(tx, chat, message)
  const kind = isNew ? 'messageAdded' : 'messageStatusChanged'
  const consent = isNew ? await keepConsent(tx, chat, messageId) : []
  return {
    disposition,
    news: [
      { kind, messageId, conversationId },
      { kind: 'conversationChanged', conversationId, isNew: chat.isNew },
      ...consent,
    ],
  }
}

const applyReceipt = async (
  tx: Transaction,
  { receipt }: WithChat
): Promise<Applied> => {
  if (!receipt) {
    return NOTHING
  }
  const { messageId, conversationId, disposition } = await keepReceipt(
    tx,
    receipt
  )
  const { ParticipantSid: participantSid } = receipt.params ?? {}
  const refused =
    receipt.errorCode === OPTED_OUT_CODE && typeof participantSid === 'string'
      ? await keepRefusal(tx, participantSid)
      : []
  return {
    disposition,
    news:
      messageId && conversationId
        ? [
            { kind: 'messageStatusChanged', messageId, conversationId },
            ...refused,
          ]
        : refused,
  }
}

const HANDLERS: Record<
  string,
  (tx: Transaction, event: WithChat) => Promise<Applied>
> = {
  onConversationAdded: applyToChat,
  onConversationUpdated: applyToChat,
  onConversationStateUpdated: applyToChat,
  onConversationRemoved: applyToChat,
  onParticipantAdded: applyToChat,
  onParticipantUpdated: applyToChat,
  onParticipantRemoved: applyToChat,
  onMessageAdded: applyMessage,
  onMessageUpdated: applyMessage,
  onMessageRemoved: applyMessage,
  onDeliveryUpdated: applyReceipt,
}

const apply = (tx: Transaction, event: ConversationEvent) => {
  const handle = Object.hasOwn(HANDLERS, event.type)
    ? HANDLERS[event.type]
    : null
  return handle && event.chat
    ? handle(tx, { ...event, chat: event.chat })
    : NOTHING
}

/**
 * Records one event of a Twilio conversation, whatever it is, and does what it says; tells the screens, and returns after
 * the commit.
 *
 * @throws the database's error: nothing was recorded
 */
export async function recordConversationEvent(event: ConversationEvent) {
  const { type, chat, message, params } = event
  const sid = chat?.sid ?? null
  await changeChat(sid ?? '', async (tx) => {
    const { disposition, news } = await apply(tx, event)
    await tx.$executeRaw`
      INSERT INTO "ConversationEvent" (type, "conversationSid", disposition, params)
      VALUES (${type.slice(0, 255)}, ${sid}, ${disposition}::"Disposition", ${JSON.stringify(params)}::jsonb)`
    if (chat && disposition !== 'UNKNOWN') {
      await lookAgain(tx, chat, message, disposition)
    }
    const unusual = disposition === 'UNKNOWN' || disposition === 'CONFLICT'
    const about = { type, conversationSid: sid, disposition }
    logger[unusual ? 'warn' : 'info'](about, 'Conversations event')
    return news
  })
}
