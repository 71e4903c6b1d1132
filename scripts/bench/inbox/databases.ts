import { Client } from 'pg'

import { ensureDatabase } from '../../bootstrap/database.mjs'
import { ensurePostgres } from '../../bootstrap/embeddedPostgres.mjs'
import { migrate } from '../../bootstrap/migrate.mjs'
import { fillDatabase, isLoaded, type LoadSize } from '../../load/fillDatabase'

const nameOf = ({ messages }: LoadSize) => `heliograph_bench_inbox_${messages}`

/** A database of the embedded server with a load of this size. It stays for the next run, since making it takes minutes. */
export async function ensureLoad(size: LoadSize): Promise<string> {
  const urlOf = await ensurePostgres({ pickPort: true })
  const url: string = await ensureDatabase(urlOf, nameOf(size))
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
