import { config } from 'src/lib/config/config'
import { sql } from 'src/lib/database/sql'
import { logger } from 'src/lib/logger'
import { type Kept, removeAtTwilio } from 'src/lib/twilio/removeAtTwilio'

/** Of one run; the next run takes the next ones. */
const MOST = 200

/** Twilio limits concurrent requests, and operators' own come first. */
const AT_ONCE = 5

interface Copy {
  sid: string
  what: Kept
  tries: number
}

/**
 * Takes what is due, and puts it off: for two minutes, four, eight, up to a day. So it comes again where the process dies
 * in the middle, and two runs at once take different ones.
 */
const takeDue = () =>
  sql.$queryRaw<Copy[]>`
    UPDATE "TwilioCopy" c SET tries = tries + 1,
      "dueAt" = clock_timestamp() + least(interval '1 day', interval '1 minute' * power(2, least(tries + 1, 12)))
    WHERE (sid, what) IN (
      SELECT sid, what FROM "TwilioCopy" WHERE "dueAt" <= clock_timestamp()
      ORDER BY "dueAt" LIMIT ${MOST} FOR UPDATE SKIP LOCKED
    )
    RETURNING sid, what, tries`

const forget = async ({ sid, what }: Copy) => {
  await removeAtTwilio(what, sid)
  await sql.$executeRaw`DELETE FROM "TwilioCopy" WHERE sid = ${sid} AND what = ${what}`
}

/** Twilio's own code where it refused; null where nobody answered. */
const codeOf = (error: unknown) => {
  const { code } = error as { code?: unknown }
  return typeof code === 'number' ? code : null
}

const forgetOrNote = async (copy: Copy) => {
  const { sid, what, tries } = copy
  try {
    await forget(copy)
    return true
  } catch (error) {
    const errorCode = codeOf(error)
    await sql.$executeRaw`
      UPDATE "TwilioCopy" SET "errorCode" = ${errorCode}::int WHERE sid = ${sid} AND what = ${what}`
    logger.warn(
      { sid, what, tries, errorCode },
      'Twilio has not forgotten it yet'
    )
    return false
  }
}

/**
 * Has Twilio forget what was redacted here, where REDACT_AT_TWILIO says so. What fails is tried again, ever more rarely.
 *
 * @returns how many it has forgotten, and how many not yet
 */
export async function forgetAtTwilio() {
  if (!config.redactAtTwilio) {
    return { forgotten: 0, failed: 0 }
  }
  const due = await takeDue()
  const results: boolean[] = []
  while (due.length > 0) {
    results.push(
      ...(await Promise.all(due.splice(0, AT_ONCE).map(forgetOrNote)))
    )
  }
  const forgotten = results.filter(Boolean).length
  return { forgotten, failed: results.length - forgotten }
}
