import { sql } from 'src/lib/database/sql'

interface Pieces {
  /** About how many messages one piece reads. */
  mostMessages?: number
  /** And how many reports. */
  mostEvents?: number
  /** How many pieces one run does; the next one goes on where it ended. */
  mostPieces?: number
}

/** What a statement takes at most from its time to its row. */
const LAG_SECONDS = 10

/** Until when all that was written can be read. */
export const readHorizon = async (): Promise<Date> => {
  const [{ horizon }] = await sql.$queryRaw<{ horizon: Date }[]>`
    SELECT rollup_horizon(make_interval(secs => ${LAG_SECONDS})) AS horizon`
  return horizon
}

/**
 * Brings the figures up to date, in pieces of a transaction each: what is due since the last time is counted, and what
 * was reported on since is counted anew. Nothing comes of a run that is done twice, by two at once, or half.
 *
 * @returns whether there is nothing left to count
 */
export async function rollUp(
  until: Date,
  { mostMessages = 20_000, mostEvents = 5_000, mostPieces = 50 }: Pieces = {}
): Promise<boolean> {
  for (let piece = 0; piece < mostPieces; piece++) {
    const [{ isDone }] = await sql.$queryRaw<{ isDone: boolean }[]>`
      SELECT roll_up_messages(${until}::timestamptz, ${mostMessages}::int, ${mostEvents}::int) AS "isDone"`
    if (isDone) {
      return true
    }
  }
  return false
}
