import { inTransaction } from 'src/lib/database/inTransaction'
import { sql } from 'src/lib/database/sql'

import { audited } from './audited'
import type { Deed } from './entry'

/** Few enough that nobody waits for them. */
const PIECE = 10_000

const forgetPiece = (days: number, piece: number) =>
  inTransaction(async (tx) => {
    await tx.$executeRaw`
      SELECT set_config(
        'heliograph.forget_audit_before', (now() - make_interval(days => ${days}::int))::text, true
      )`
    return tx.$executeRaw`
      DELETE FROM "AuditEntry" WHERE id IN (
        SELECT id FROM "AuditEntry"
        WHERE at < now() - make_interval(days => ${days}::int)
        ORDER BY at LIMIT ${piece}
      )`
  })

/**
 * Forgets what is older than so many days, by the only door that the log has, and writes down that it did.
 *
 * @returns how many entries went
 */
export async function forgetEntries(days: number, piece = PIECE) {
  const old = await sql.$queryRaw<unknown[]>`
    SELECT FROM "AuditEntry" WHERE at < now() - make_interval(days => ${days}::int) LIMIT 1`
  if (old.length === 0) {
    return 0
  }
  const deed: Deed = {
    group: 'ADMINISTRATION',
    action: 'forgetAuditEntries',
    who: { kind: 'SYSTEM' },
    where: {},
    arguments: [{ name: 'days', value: String(days) }],
  }
  return audited(deed, async () => {
    let all = 0
    for (let gone = piece; gone === piece; all += gone) {
      gone = await forgetPiece(days, piece)
    }
    return all
  })
}
