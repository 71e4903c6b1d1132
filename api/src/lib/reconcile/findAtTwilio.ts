import type { Message } from '@prisma/client'

import { db } from 'src/lib/db'
import { channelAddress } from 'src/lib/twilio/channelAddress'
import { findChatMessage } from 'src/lib/twilio/findChatMessage'
import { listTwilioMessages } from 'src/lib/twilio/listTwilioMessages'

import { type Claimant, claimantsOf } from './claimants'
import type { TwilioState } from './toReport'

type Sought = Pick<
  Message,
  'id' | 'channel' | 'to' | 'from' | 'body' | 'messagingServiceSid'
> & { attemptedAt: Date }

/** What Twilio says when it is asked for a message whose create was never answered. */
export type Finding =
  | { kind: 'found'; state: TwilioState }
  | { kind: 'absent' }
  /** Twilio has one that may be this one or another of ours, which is under way or carries other files. */
  | { kind: 'unclear' }

/** Clocks differ, and Twilio's dates have whole seconds. */
const MARGIN_MS = 60_000

/** What a trial account puts in front of each text. */
const TRIAL = 'Sent from your Twilio trial account - '

const sameBody = (theirs: string, ours: string | null) =>
  theirs === (ours ?? '') || theirs === `${TRIAL}${ours ?? ''}`

const isOurs = async (sid: string) =>
  !!(await db.message.findUnique({ where: { sid }, select: { id: true } }))

/** How long before Twilio's second the attempt began: an attempt comes before its message. */
const distance = ({ attemptedAt }: Claimant, created: Date) =>
  Math.abs(created.getTime() + 1_000 - attemptedAt.getTime())

const SECOND_MS = 1_000

/**
 * Whose a message is that several of ours may have made: the one's whose attempt began last before it. Twilio's dates
 * have whole seconds, so attempts within a second are equally likely: then two that are alike may swap, but nothing is
 * taken from one that is still under way, and nothing is given to one that carries other files.
 */
const judge = (
  sought: Claimant,
  rivals: Claimant[],
  created: Date
): 'ours' | 'theirs' | 'unclear' => {
  const mine = distance(sought, created)
  if (rivals.some((rival) => distance(rival, created) + SECOND_MS < mine)) {
    return 'theirs'
  }
  const equals = rivals.filter(
    (rival) => distance(rival, created) <= mine + SECOND_MS
  )
  return equals.some(
    ({ isUnderWay, media }) => isUnderWay || media !== sought.media
  )
    ? 'unclear'
    : 'ours'
}

/**
 * Looks for a message whose create was never answered: same recipient, same sender, same text, as many files, made since
 * the attempt began, not the message of another row, and not better explained by another row.
 *
 * @throws when Twilio can't be asked
 */
export async function findAtTwilio(sought: Sought): Promise<Finding> {
  if (sought.channel === 'CHAT') {
    const sid = await findChatMessage(sought, sought.id)
    const state = { status: 'sent', errorCode: null, errorMessage: null }
    return sid
      ? { kind: 'found', state: { sid, ...state } }
      : { kind: 'absent' }
  }
  const since = sought.attemptedAt.getTime() - MARGIN_MS
  const { messagingServiceSid } = sought
  const filter = {
    to: channelAddress(sought.channel, sought.to),
    // A Messaging Service chooses the sender itself.
    ...(messagingServiceSid
      ? {}
      : { from: channelAddress(sought.channel, sought.from) }),
  }
  const { own, rivals } = await claimantsOf(sought)
  let isUnclear = false
  for await (const candidate of listTwilioMessages(filter)) {
    if (candidate.dateCreated.getTime() < since) {
      break
    }
    const fits =
      candidate.direction === 'outbound-api' &&
      sameBody(candidate.body, sought.body) &&
      Number(candidate.numMedia) === own.mediaCount &&
      (candidate.messagingServiceSid ?? null) === messagingServiceSid
    if (!fits || (await isOurs(candidate.sid))) {
      continue
    }
    const verdict = judge(own, rivals, candidate.dateCreated)
    if (verdict === 'ours') {
      return { kind: 'found', state: candidate }
    }
    isUnclear ||= verdict === 'unclear'
  }
  return { kind: isUnclear ? 'unclear' : 'absent' }
}
