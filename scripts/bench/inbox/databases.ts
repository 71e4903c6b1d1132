import { Client } from 'pg'

import { ensureDatabase, recreateDatabase } from '../../bootstrap/database.mjs'
import { ensurePostgres } from '../../bootstrap/embeddedPostgres.mjs'
import { migrate } from '../../bootstrap/migrate.mjs'
import { fillDatabase, isLoaded, type LoadSize } from '../../load/fillDatabase'

const nameOf = (name: string | number) => `heliograph_bench_inbox_${name}`

/** Writes the load where there is none. */
async function fill(url: string, size: LoadSize) {
  await migrate(url)
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    if (!(await isLoaded(client))) {
      console.log(`Making ${size.messages.toLocaleString('en-US')} messages …`)
      await fillDatabase(client, size, (line) => console.log(`  ${line}`))
    }
  } finally {
    await client.end()
  }
  return url
}

/** A database of the embedded server with a load of this size. It stays for the next run, since making it takes minutes. */
export async function ensureLoad(size: LoadSize): Promise<string> {
  const urlOf = await ensurePostgres({ pickPort: true })
  return fill(await ensureDatabase(urlOf, nameOf(size.messages)), size)
}

/** The same, made anew: for who changes it. */
export async function makeLoad(name: string, size: LoadSize): Promise<string> {
  const urlOf = await ensurePostgres({ pickPort: true })
  return fill(await recreateDatabase(urlOf, nameOf(name)), size)
}
