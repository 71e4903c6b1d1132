import { createHash, randomBytes } from 'node:crypto'

import { withClient } from '../../bootstrap/database.mjs'

/** A key that may do everything. */
export async function makeKey(
  { DATABASE_URL }: NodeJS.ProcessEnv,
  name = 'docs'
) {
  const key = `hg_${randomBytes(16).toString('hex')}`
  const hash = createHash('sha256').update(key).digest('hex')
  await withClient(DATABASE_URL, (client: import('pg').Client) =>
    client.query(
      `INSERT INTO "ApiKey" (id, name, role, hash, prefix) VALUES (gen_random_uuid(), $2, 'ADMIN', $1, 'hg')`,
      [hash, name]
    )
  )
  return key
}
