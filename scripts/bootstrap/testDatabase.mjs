import fs from 'node:fs'

import { recreateDatabase, withClient } from './database.mjs'
import { ensurePostgres } from './embeddedPostgres.mjs'
import { migrate } from './migrate.mjs'
import { inRoot } from './paths.mjs'

/** Drops all that is in a database that was given to us, since its server may not let us make another. */
const empty = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      "SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)'"
    )
    for (const { name } of rows) {
      await client.query(`DROP SCHEMA ${name} CASCADE`)
    }
    await client.query('CREATE SCHEMA public')
  })

/** Tests begin with nothing, where the audit log would keep what it has. It is for connections from now on. */
const letAuditEntriesGo = (url) =>
  withClient(url, (client) =>
    client.query(`
      DO $$ BEGIN
        EXECUTE format('ALTER DATABASE %I SET heliograph.forget_audit_before = %L', current_database(), 'infinity');
      END $$`)
  )

/** An empty, migrated database: `given`, or `name` in the embedded server. Gives its URL. */
export async function prepareTestDatabase(name, given) {
  if (given) {
    await empty(given)
  }
  const url =
    given ||
    (await recreateDatabase(await ensurePostgres({ pickPort: true }), name))
  await migrate(url)
  await letAuditEntriesGo(url)
  // In which order Redwood last emptied the tables; of another schema, it makes every test fail.
  fs.rmSync(inRoot('.redwood', 'scenarioTeardown.json'), { force: true })
  return url
}
