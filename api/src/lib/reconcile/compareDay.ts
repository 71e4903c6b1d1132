import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message'

import { isOfChat } from 'src/lib/chat/isOfChat'
import { isSuperseded } from 'src/lib/consent/isSuperseded'
import { db } from 'src/lib/db'
import { recordInboundMessage } from 'src/lib/inbound/recordInboundMessage'
import { recordStatusReport } from 'src/lib/inbound/recordStatusReport'
import { listTwilioMessages } from 'src/lib/twilio/listTwilioMessages'

import { parseListedMessage } from './parseListedMessage'
import { recordRun } from './recordRun'
import { toReport } from './toReport'

/** A day, and an hour that the previous run may have seen too early. */
const HOURS = 25

const HOUR_MS = 3_600_000

type Verdict = 'known' | 'recovered' | 'foreign' | 'missed'

/** Brings in a status whose callbacks were lost; what never reached us at all is missed. */
const compare = async (theirs: MessageInstance): Promise<Verdict> => {
  const ours = await db.message.findUnique({ where: { sid: theirs.sid } })
  if (ours?.direction === 'OUTBOUND') {
    const { changed } = await recordStatusReport(toReport(theirs, ours.id))
    return changed ? 'recovered' : 'known'
  }
  if (ours) {
    return 'known'
  }
  if (theirs.direction !== 'inbound') {
    return 'foreign'
  }
  return (await isOfChat(theirs)) ? 'known' : 'missed'
}

const age = ({ dateSent, dateCreated }: MessageInstance) =>
  (dateSent ?? dateCreated).getTime()

/**
 * Messages whose webhooks were lost, oldest first: as their thread would have had them, and so that the last word about
 * consent is the one that counts. One that we knew by then, of a later date, stays.
 */
const recover = async (missed: MessageInstance[], knownAt: Date) => {
  for (const theirs of missed.sort((a, b) => age(a) - age(b))) {
    const inbound = await parseListedMessage(theirs)
    await recordInboundMessage(inbound, {
      isLate: true,
      isSuperseded: await isSuperseded(inbound, new Date(age(theirs)), knownAt),
    })
  }
}

/** Ours of the same time that Twilio's list did not have. */
const countAbsent = async (since: Date, until: Date, seen: Set<string>) => {
  const ours = await db.message.findMany({
    where: { sid: { not: null }, sentAt: { gte: since, lt: until } },
    select: { sid: true },
  })
  return ours.filter(({ sid }) => !seen.has(sid as string)).length
}

/** Compares Twilio's list of the last day with ours, both ways. */
export const compareDay = () =>
  recordRun('DAILY', async () => {
    const until = new Date()
    const since = new Date(until.getTime() - HOURS * HOUR_MS)
    const result = { checked: 0, recovered: 0, foreign: 0 }
    const seen = new Set<string>()
    const missed: MessageInstance[] = []
    for await (const theirs of listTwilioMessages({ dateSentAfter: since })) {
      seen.add(theirs.sid)
      result.checked += 1
      const verdict = await compare(theirs)
      if (verdict === 'missed') {
        missed.push(theirs)
      } else if (verdict !== 'known') {
        result[verdict] += 1
      }
    }
    await recover(missed, until)
    result.recovered += missed.length
    return { ...result, absent: await countAbsent(since, until, seen) }
  })
