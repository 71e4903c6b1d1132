import type { Disposition } from '@prisma/client'

import type { Transaction } from 'src/lib/database/sql'
import type { ChatFacts, ChatMessageFacts } from 'src/lib/twilio/chatFacts'

import { addCompareJob } from './addCompareJob'

/** A program does several things in a row, and what it asks to be told comes by itself meanwhile. */
const LOOK_AFTER_SECONDS = 2

/**
 * Whether Twilio may have more of a conversation than we: nobody has looked into it yet, it was written in silence within
 * a day, or a message has come whose forerunner we don't know.
 */
const mayLack = async (
  tx: Transaction,
  { sid }: ChatFacts,
  message: ChatMessageFacts | null
) => {
  const [row] = await tx.$queryRaw<{ lacking: boolean }[]>`
    SELECT t."comparedAt" IS NULL OR coalesce(t."silentAt" > now() - interval '1 day', false)
      OR ${message?.index ?? null}::int > 0 AND NOT EXISTS (
        SELECT 1 FROM "Message" m
        WHERE m."conversationId" = t."conversationId" AND m."chatIndex" = ${message?.index ?? null}::int - 1
      ) AS lacking
    FROM "TwilioConversation" t WHERE t.sid = ${sid} AND t."removedAt" IS NULL`
  return row?.lacking ?? false
}

/**
 * Has a conversation looked into soon after an event of it, where there may be what no event tells: Twilio keeps quiet
 * about what programs change, unless they ask for it (`X-Twilio-Webhook-Enabled`). A receipt that waits for its message
 * may be all that is told of one.
 */
export async function lookAgain(
  tx: Transaction,
  facts: ChatFacts,
  message: ChatMessageFacts | null,
  disposition: Disposition
): Promise<void> {
  if (disposition === 'PARKED' || (await mayLack(tx, facts, message))) {
    await addCompareJob(tx, facts, LOOK_AFTER_SECONDS)
  }
}
