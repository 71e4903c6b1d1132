import { changeChat } from 'src/lib/chat/changeChat'
import { keepChat } from 'src/lib/chat/keepChat'
import { keepMessage } from 'src/lib/chat/keepMessage'
import { keepParticipant } from 'src/lib/chat/keepParticipant'
import { openChat } from 'src/lib/chat/openChat'
import { touchConversation } from 'src/lib/chat/touchConversation'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import type { LiveEvent } from 'src/lib/live/events'
import { logger } from 'src/lib/logger'
import type { ChatFacts } from 'src/lib/twilio/chatFacts'
import { fetchTwilioChat } from 'src/lib/twilio/fetchTwilioChat'
import {
  listChatMessages,
  listParticipants,
  listTwilioChats,
} from 'src/lib/twilio/listTwilioChats'

/** A day, and an hour that the previous run may have seen too early. */
const HOURS = 25

const HOUR_MS = 3_600_000

/** How long a conversation in which nothing happens is still looked into. */
const QUIET_DAYS = 7

/** Looked into in one run: Twilio allows 30 actions a second, and operators' own come first. */
const MOST = 500

/** Open conversations of ours in which something may have happened that we did not hear. */
const findKnown = async (): Promise<ChatFacts[]> => {
  const known = await db.twilioConversation.findMany({
    where: {
      state: { not: 'CLOSED' },
      removedAt: null,
      conversation: {
        lastMessageAt: {
          gte: new Date(Date.now() - QUIET_DAYS * 24 * HOUR_MS),
        },
      },
    },
    orderBy: { conversation: { lastMessageAt: 'desc' } },
    take: MOST,
  })
  const fetched = await Promise.all(
    known.map(({ sid, serviceSid }) =>
      fetchTwilioChat(serviceSid ?? undefined, sid)
    )
  )
  return fetched.filter((facts): facts is ChatFacts => facts !== null)
}

/** Brings in what we never heard of one conversation. */
const compare = async (facts: ChatFacts, since: Date) => {
  const { sid, serviceSid } = facts
  const participants = await listParticipants(serviceSid, sid)
  const messages = await listChatMessages(serviceSid, sid, since)
  let recovered = 0
  await changeChat(sid, async (tx) => {
    const chat = await openChat(tx, facts)
    const { conversationId } = chat
    const news: LiveEvent[] = []
    let changed = (await keepChat(tx, chat, facts)) === 'APPLIED'
    for (const participant of participants) {
      const kept = await keepParticipant(tx, chat, participant)
      changed ||= kept === 'APPLIED'
    }
    recovered = 0
    for (const message of messages) {
      const kept = await keepMessage(tx, chat, message)
      if (kept.disposition === 'APPLIED') {
        const { messageId, isNew } = kept
        const kind = isNew ? 'messageAdded' : 'messageStatusChanged'
        news.push({ kind, messageId, conversationId })
        recovered += 1
      }
    }
    if (changed || chat.isNew || recovered > 0) {
      await touchConversation(tx, conversationId)
      const { isNew } = chat
      news.push({ kind: 'conversationChanged', conversationId, isNew })
    }
    return news
  })
  return recovered
}

/**
 * Compares Twilio's conversations of the last day with ours, and brings in those, and the messages, whose events were
 * lost: Twilio does not say whether it repeats them.
 *
 * @throws when Twilio can't be asked: the job comes again
 */
export async function compareChats() {
  const since = new Date(Date.now() - HOURS * HOUR_MS)
  const begun = await listTwilioChats(
    config.twilio.conversationsServiceSid,
    since
  )
  const chats = new Map(
    [...(await findKnown()), ...begun].map((facts) => [facts.sid, facts])
  )
  let recovered = 0
  for (const facts of chats.values()) {
    recovered += await compare(facts, since)
  }
  const found = { checked: chats.size, recovered }
  logger.info(found, 'Twilio’s conversations were compared with ours')
  return found
}
