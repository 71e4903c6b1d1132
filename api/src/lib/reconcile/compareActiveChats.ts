import { addCompareJob } from 'src/lib/chat/addCompareJob'
import { config } from 'src/lib/config/config'
import { inTransaction } from 'src/lib/database/inTransaction'
import { sql } from 'src/lib/database/sql'
import type { ChatFacts } from 'src/lib/twilio/chatFacts'
import { listTwilioChats } from 'src/lib/twilio/listTwilioChats'

/** Looked into in one run, three calls each: with 30 actions a second Twilio has time for many more. */
const MOST = 100

/** Looked at in one run of those that began today: two pages. */
const MOST_LISTED = 200

/** Open conversations in which something went on within the last hours. */
const findActive = () =>
  sql.$queryRaw<Pick<ChatFacts, 'sid' | 'serviceSid'>[]>`
    SELECT t.sid, t."serviceSid"
    FROM "TwilioConversation" t JOIN "Conversation" c ON c.id = t."conversationId"
    WHERE t.state <> 'CLOSED' AND t."removedAt" IS NULL AND c."lastMessageAt" > now() - interval '6 hours'
      AND (t."comparedAt" IS NULL OR t."comparedAt" < now() - interval '2 minutes')
    ORDER BY t."comparedAt" NULLS FIRST LIMIT ${MOST}`

const isUnknown = async ({ sid }: ChatFacts) => {
  const [known] = await sql.$queryRaw<unknown[]>`
    SELECT 1 FROM "TwilioConversation" WHERE sid = ${sid}`
  return !known
}

/**
 * Has workers look into those of Twilio's conversations in which something goes on, and into those of today that we never
 * heard of: a program may write in them without being told of.
 *
 * @returns how many
 * @throws when Twilio can't be asked: the next run comes soon
 */
export async function compareActiveChats(): Promise<number> {
  const begun = await listTwilioChats(
    config.twilio.conversationsServiceSid,
    new Date(),
    MOST_LISTED
  )
  const unknown: typeof begun = []
  for (const facts of begun) {
    if (await isUnknown(facts)) {
      unknown.push(facts)
    }
  }
  const chats = [...unknown, ...(await findActive())]
  await inTransaction(async (tx) => {
    for (const chat of chats) {
      await addCompareJob(tx, chat, 0)
    }
  })
  return chats.length
}
