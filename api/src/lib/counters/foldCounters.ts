import { sql } from 'src/lib/database/sql'

/** Makes few rows of the many that changes have left: see the migration inbox_counters. The counts stay what they are. */
export async function foldCounters() {
  await sql.$executeRaw`SELECT fold_inbox_counters()`
}
