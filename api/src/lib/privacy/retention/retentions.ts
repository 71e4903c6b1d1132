import type { Retention } from '@prisma/client'

import { inTransaction } from 'src/lib/database/inTransaction'
import { sql, type Transaction } from 'src/lib/database/sql'
import { db } from 'src/lib/db'
import { badUserInput, ConflictError, NotFoundError } from 'src/lib/errors'

import { readRetention, type RetentionInput } from './readRetention'

/** That of everybody has no address. */
export const EVERYBODY = ''

/** What is counted before somebody decides; more is said to be more. */
export const MOST_COUNTED = 10_000

/** The namespace of our advisory locks: who changes retentions. */
const CHANGING = 72_832

/** All, that of everybody first. */
export const listRetentions = () =>
  db.retention.findMany({ orderBy: { address: 'asc' } })

/** One after the other; and all walks begin anew, as each may have passed what it is to redact from now on. */
const change = <Result>(work: (tx: Transaction) => Promise<Result>) =>
  inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHANGING}::int, 0)`
    const result = await work(tx)
    await tx.$executeRaw`DELETE FROM "RetentionWalk"`
    return result
  })

/** As a time is kept: in milliseconds. */
const isSame = (known: Date | null | undefined, saved: Retention | undefined) =>
  (known?.getTime() ?? null) === (saved?.updatedAt.getTime() ?? null)

const refuseUnknownAddress = async (address: string) => {
  const isOurs =
    address === EVERYBODY ||
    (await db.channel.findUnique({ where: { address } })) ||
    (await db.conversation.findFirst({ where: { senderAddress: address } }))
  if (!isOurs) {
    throw badUserInput('There is no channel with this address.')
  }
}

/**
 * Decides how long is kept what comes to an address of ours and goes from it, or without one, to and from all that have no
 * decision of their own. A worker redacts what is older.
 *
 * @param known when the decision that somebody looked at was made, null for none; where it is another one by now, nothing
 *   is changed. Undefined: it is not asked
 * @throws BAD_USER_INPUT, CONFLICT
 */
export async function saveRetention(
  input: RetentionInput,
  known?: Date | null
): Promise<Retention> {
  const { address, textDays, mediaDays, eventDays } = readRetention(input)
  await refuseUnknownAddress(address)
  return change(async (tx) => {
    const [saved] = await tx.$queryRaw<Retention[]>`
      SELECT * FROM "Retention" WHERE address = ${address}`
    if (known !== undefined && !isSame(known, saved)) {
      throw new ConflictError(
        'Somebody has changed this meanwhile. Look at it again.'
      )
    }
    const [row] = await tx.$queryRaw<Retention[]>`
      INSERT INTO "Retention" (address, "textDays", "mediaDays", "eventDays", "updatedAt")
      VALUES (${address}, ${textDays}::int, ${mediaDays}::int, ${eventDays}::int, clock_timestamp())
      ON CONFLICT (address) DO UPDATE
      SET "textDays" = excluded."textDays", "mediaDays" = excluded."mediaDays", "eventDays" = excluded."eventDays",
        "updatedAt" = greatest(excluded."updatedAt", "Retention"."updatedAt" + interval '1 millisecond')
      RETURNING *`
    return row
  })
}

/**
 * An address is as all others again.
 *
 * @throws NOT_FOUND
 */
export async function deleteRetention(address: string): Promise<Retention> {
  const { address: read } = readRetention({ address })
  const [deleted] = await change(
    async (tx) => tx.$queryRaw<Retention[]>`
      DELETE FROM "Retention" WHERE address = ${read} RETURNING *`
  )
  if (!deleted) {
    throw new NotFoundError('retention')
  }
  return deleted
}

/**
 * How many messages would lose their text at once, up to MOST_COUNTED.
 *
 * @throws BAD_USER_INPUT
 */
export async function countReached(
  input: Pick<RetentionInput, 'address' | 'textDays'>
): Promise<number> {
  const { address, textDays } = readRetention(input)
  if (textDays === null) {
    return 0
  }
  const [{ count }] = await sql.$queryRaw<{ count: number }[]>`
    SELECT count_reached(${address}, ${textDays}::int, ${MOST_COUNTED}::int) AS count`
  return count
}
