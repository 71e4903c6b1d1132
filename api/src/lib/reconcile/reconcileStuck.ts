import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { recordStatusReport } from 'src/lib/inbound/recordStatusReport'
import { fetchTwilioMessage } from 'src/lib/twilio/fetchTwilioMessage'

import { recordRun } from './recordRun'
import { toReport } from './toReport'

/** Asked about in one run; the next run takes the next ones. */
const MOST = 500

/** Twilio limits concurrent requests, and operators' own come first. */
const AT_ONCE = 5

/** Twilio's queue holds a message for 10 hours and carriers answer within days: after that there is nothing to learn. */
const GIVE_UP_DAYS = 7

interface Stuck {
  id: string
  sid: string
}

/** Marks and returns those that lack a final status for too long, and were not asked about for as long. */
const takeStuck = () =>
  db.$queryRaw<Stuck[]>`
    UPDATE "Message" SET "reconciledAt" = now()
    WHERE id IN (
      SELECT id FROM "Message"
      WHERE direction = 'OUTBOUND' AND status < 'CANCELED' AND sid IS NOT NULL
        AND "createdAt" > now() - make_interval(days => ${GIVE_UP_DAYS})
        AND greatest("createdAt", "sendAt", "reconciledAt")
          < now() - make_interval(secs => ${config.reconcileStuckSeconds})
      ORDER BY "createdAt" LIMIT ${MOST}
    )
    RETURNING id, sid`

const ask = async ({ id, sid }: Stuck) => {
  const found = await fetchTwilioMessage(sid)
  return found && recordStatusReport(toReport(found, id))
}

/**
 * Asks Twilio about messages without a final status: their callbacks were lost, or have still to come.
 *
 * @throws when Twilio can't be asked; what was not asked is asked in the next window
 * @see https://www.twilio.com/docs/messaging/guides/outbound-message-logging (poll after 12 hours)
 */
export const reconcileStuck = () =>
  recordRun('STUCK', async () => {
    const stuck = await takeStuck()
    const result = { checked: stuck.length, recovered: 0, absent: 0 }
    for (let n = 0; n < stuck.length; n += AT_ONCE) {
      const answers = await Promise.all(stuck.slice(n, n + AT_ONCE).map(ask))
      result.recovered += answers.filter((answer) => answer?.changed).length
      result.absent += answers.filter((answer) => !answer).length
    }
    return result
  })
