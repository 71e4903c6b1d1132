import { changeChat } from 'src/lib/chat/changeChat'
import { keepChat } from 'src/lib/chat/keepChat'
import { keepConsent } from 'src/lib/chat/keepConsent'
import { keepMessage } from 'src/lib/chat/keepMessage'
import { keepParticipant } from 'src/lib/chat/keepParticipant'
import { noteCompared } from 'src/lib/chat/noteCompared'
import { openChat } from 'src/lib/chat/openChat'
import { touchConversation } from 'src/lib/chat/touchConversation'
import { db } from 'src/lib/db'
import type { LiveEvent } from 'src/lib/live/events'
import type {
  ChatFacts,
  ChatMessageFacts,
  ParticipantFacts,
} from 'src/lib/twilio/chatFacts'
import {
  listChatMessages,
  listParticipants,
} from 'src/lib/twilio/listTwilioChats'

/** Kept in one transaction: Twilio's events of the conversation wait for it, five seconds at most. */
const CHUNK = 100

/** A message may be listed later than it was written, and our clock be another than Twilio's. */
const MARGIN_MS = 10 * 60_000

/** From where on it was not compared yet: all of it, where it never was. */
const startOf = async (sid: string, since: Date) => {
  const known = await db.twilioConversation.findUnique({ where: { sid } })
  const compared = known?.comparedAt?.getTime() ?? 0
  return new Date(Math.max(0, Math.min(compared - MARGIN_MS, since.getTime())))
}

/** @returns whether anything was new */
const keepIt = async (facts: ChatFacts, participants: ParticipantFacts[]) => {
  let changed = false
  await changeChat(facts.sid, async (tx) => {
    const chat = await openChat(tx, facts)
    const { conversationId, isNew } = chat
    changed = (await keepChat(tx, chat, facts)) === 'APPLIED' || isNew
    for (const participant of participants) {
      const kept = await keepParticipant(tx, chat, participant)
      changed ||= kept === 'APPLIED'
    }
    if (!changed) {
      return []
    }
    await touchConversation(tx, conversationId)
    return [{ kind: 'conversationChanged', conversationId, isNew }]
  })
  return changed
}

/** @returns how many were new, or other than we knew */
const keepMessages = async (facts: ChatFacts, messages: ChatMessageFacts[]) => {
  let recovered = 0
  await changeChat(facts.sid, async (tx) => {
    const chat = await openChat(tx, facts)
    const { conversationId } = chat
    const news: LiveEvent[] = []
    for (const message of messages) {
      const kept = await keepMessage(tx, chat, message)
      if (kept.disposition === 'APPLIED') {
        const { messageId, isNew } = kept
        const kind = isNew ? 'messageAdded' : 'messageStatusChanged'
        news.push({ kind, messageId, conversationId })
      }
    }
    recovered = news.length
    return recovered
      ? [...news, { kind: 'conversationChanged', conversationId, isNew: false }]
      : []
  })
  return recovered
}

/**
 * Brings in what we never heard of one of Twilio's conversations: itself, who takes part, and its messages.
 *
 * @param since from when on everything is compared, also where it was before
 * @returns how many messages are new, or other than we knew
 * @throws what the client throws: Twilio is away, or refuses
 */
export async function bringIn(
  facts: ChatFacts,
  since = new Date()
): Promise<number> {
  const { sid, serviceSid } = facts
  const asked = new Date()
  const participants = await listParticipants(serviceSid, sid)
  const start = await startOf(sid, since)
  const messages = await listChatMessages(serviceSid, sid, start)
  const changed = await keepIt(facts, participants)
  let recovered = 0
  for (let n = 0; n < messages.length; n += CHUNK) {
    recovered += await keepMessages(facts, messages.slice(n, n + CHUNK))
  }
  await changeChat(sid, async (tx) => {
    const chat = await openChat(tx, facts)
    const silent = changed || recovered > 0
    await noteCompared(tx, chat, asked, silent)
    return silent ? keepConsent(tx, chat) : []
  })
  return recovered
}
