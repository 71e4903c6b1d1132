import type { Message } from '@prisma/client'

import { db } from 'src/lib/db'
import { channelAddress } from 'src/lib/twilio/channelAddress'
import { listTwilioMessages } from 'src/lib/twilio/listTwilioMessages'

import type { TwilioState } from './toReport'

type Sought = Pick<
  Message,
  'channel' | 'to' | 'from' | 'body' | 'messagingServiceSid'
> & { attemptedAt: Date }

/** Clocks differ, and Twilio's dates have whole seconds. */
const MARGIN_MS = 60_000

// A trial account puts a sentence of Twilio's in front.
const sameBody = (theirs: string, ours: string | null) =>
  theirs === (ours ?? '') || (!!ours && theirs.endsWith(ours))

const isOurs = async (sid: string) =>
  !!(await db.message.findUnique({ where: { sid }, select: { id: true } }))

/**
 * Looks for a message whose create was never answered: same recipient, same sender, same text, made since the attempt
 * began, and not the message of another row. Two alike that are both sought may swap; nobody can tell them apart.
 *
 * @returns null: Twilio does not have it
 */
export async function findAtTwilio(
  sought: Sought
): Promise<TwilioState | null> {
  const since = sought.attemptedAt.getTime() - MARGIN_MS
  const filter = {
    to: channelAddress(sought.channel, sought.to),
    // A Messaging Service chooses the sender itself.
    ...(sought.messagingServiceSid
      ? {}
      : { from: channelAddress(sought.channel, sought.from) }),
  }
  for await (const candidate of listTwilioMessages(filter)) {
    if (candidate.dateCreated.getTime() < since) {
      return null
    }
    const fits =
      candidate.direction === 'outbound-api' &&
      sameBody(candidate.body, sought.body)
    if (fits && !(await isOurs(candidate.sid))) {
      return candidate
    }
  }
  return null
}
