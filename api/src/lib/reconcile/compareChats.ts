import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { logger } from 'src/lib/logger'
import type { ChatFacts } from 'src/lib/twilio/chatFacts'
import { fetchTwilioChat } from 'src/lib/twilio/fetchTwilioChat'
import { listTwilioChats } from 'src/lib/twilio/listTwilioChats'

import { bringIn } from './bringIn'

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
    recovered += await bringIn(facts, since)
  }
  const found = { checked: chats.size, recovered }
  logger.info(found, 'Twilio’s conversations were compared with ours')
  return found
}
