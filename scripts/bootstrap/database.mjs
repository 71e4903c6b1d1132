import { ensurePostgres } from './embeddedPostgres.mjs'
import { PlainError } from './errors.mjs'

/** Runs `work` on one connection to `url`. */
export async function withClient(url, work) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect().catch((error) => {
    throw new PlainError(
      `The database can't be reached (${error.message || error.code}): check DATABASE_URL.`
    )
  })
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const SAME_NAME_AT_ONCE = /42P04|23505/

/** Makes a database of the embedded server, if it isn't there. */
export async function ensureDatabase(urlOf, name) {
  await withClient(urlOf('postgres'), async (client) => {
    const known = 'SELECT FROM pg_database WHERE datname = $1'
    if ((await client.query(known, [name])).rowCount === 0) {
      await client.query(`CREATE DATABASE "${name}"`).catch((error) => {
        if (!SAME_NAME_AT_ONCE.test(error.code)) {
          throw error
        }
      })
    }
  })
  return urlOf(name)
}

/** Makes a database of the embedded server anew, empty, whoever still uses the old one. */
export async function recreateDatabase(urlOf, name) {
  await withClient(urlOf('postgres'), (client) =>
    client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  )
  return ensureDatabase(urlOf, name)
}

/** The application's database in the embedded server; both are made if need be. */
export const embeddedDatabaseUrl = async () =>
  ensureDatabase(await ensurePostgres(), 'heliograph')

/** Sets DATABASE_URL: as it was given, or to the embedded server's. */
export async function useDatabase() {
  process.env.DATABASE_URL ||= await embeddedDatabaseUrl()
}
