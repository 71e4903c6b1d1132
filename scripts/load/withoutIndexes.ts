import type { Client } from 'pg'

const TABLES = ['Message', 'MessageWords', 'Conversation']

/** The indexes that hold nothing together: no key, and no row that there may be once only. */
const READ = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
  WHERE t.relnamespace = 'public'::regnamespace AND t.relname = ANY ($1) AND NOT i.indisunique`

/**
 * Does what writes very many rows, and builds the indexes of the inbox afterwards: a fraction of what it takes to keep
 * them from row to row. Within a transaction, whose locks keep others out as long.
 */
export async function withoutIndexes(
  client: Client,
  write: () => Promise<void>,
  report: (line: string) => void
) {
  const { rows } = await client.query<{ name: string; definition: string }>(
    READ,
    [TABLES]
  )
  for (const { name } of rows) {
    await client.query(`DROP INDEX ${name}`)
  }
  await write()
  report('The indexes …')
  await client.query(`SET LOCAL maintenance_work_mem = '512MB'`)
  for (const { definition } of rows) {
    await client.query(definition)
  }
}
