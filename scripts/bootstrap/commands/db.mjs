import { embeddedDatabaseUrl } from '../database.mjs'
import { stopPostgres } from '../embeddedPostgres.mjs'
import { prepareEnv } from '../env.mjs'
import { PlainError } from '../errors.mjs'

/** `npm run db:stop`, and `npm run -s db:url` for psql and its like. */
export default async function db([action]) {
  prepareEnv()
  if (action === 'stop') {
    const stopped = await stopPostgres()
    console.log(
      stopped
        ? 'The embedded PostgreSQL has stopped. Its data stays.'
        : 'The embedded PostgreSQL is not running.'
    )
  } else if (action === 'url') {
    console.log(await embeddedDatabaseUrl())
  } else {
    throw new PlainError('Usage: db stop | db url')
  }
}
