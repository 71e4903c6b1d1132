import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { recordStatusReport } from 'src/lib/inbound/recordStatusReport'
import { logger } from 'src/lib/logger'
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
        -- What is in a Twilio conversation has arrived there; receipts come for its phones only.
        AND channel <> 'CHAT'
        AND "createdAt" > now() - make_interval(days => ${GIVE_UP_DAYS})
        AND greatest("createdAt", "sendAt", "reconciledAt")
          < now() - make_interval(secs => ${config.reconcileStuckSeconds})
      ORDER BY "createdAt" LIMIT ${MOST}
      -- Two runs at once would else both find them.
      FOR UPDATE SKIP LOCKED
    )
    RETURNING id, sid`

const ask = async ({ id, sid }: Stuck) => {
  const found = await fetchTwilioMessage(sid)
  return found && recordStatusReport(toReport(found, id))
}

/** Those that could not be asked about are asked about by the next run, and not after another window. */
const putBack = async (unasked: Stuck[]) => {
  await db.message.updateMany({
    where: { id: { in: unasked.map(({ id }) => id) } },
    data: { reconciledAt: null },
  })
}

/**
 * Asks Twilio about messages without a final status: their callbacks were lost, or have still to come.
 *
 * Where Twilio can't be asked at all, the run ends; the next one asks about what is left.
 *
 * @see https://www.twilio.com/docs/messaging/guides/outbound-message-logging (poll after 12 hours)
 */
export const reconcileStuck = () =>
  recordRun('STUCK', async () => {
    const stuck = await takeStuck()
    const result = { checked: 0, recovered: 0, absent: 0 }
    while (stuck.length > 0) {
      const some = stuck.splice(0, AT_ONCE)
      const answers = await Promise.allSettled(some.map(ask))
      const failed = some.filter((_, n) => answers[n].status === 'rejected')
      const heard = answers.flatMap((answer) =>
        answer.status === 'fulfilled' ? [answer.value] : []
      )
      result.checked += heard.length
      result.recovered += heard.filter((report) => report?.changed).length
      result.absent += heard.filter((report) => !report).length
      if (failed.length > 0) {
        logger.warn({ failed: failed.length }, 'Twilio could not be asked')
        // One that always fails must not keep the others waiting.
        const left = heard.length === 0 ? stuck.splice(0) : []
        await putBack([...failed, ...left])
      }
    }
    return result
  })
