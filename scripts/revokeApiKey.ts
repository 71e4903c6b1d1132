import { revokeApiKey } from 'api/src/lib/access/apiKeys'
import { validate as isUuid } from 'uuid'

import { readOptions } from './administration/options'

const USAGE = 'Usage: yarn rw exec revokeApiKey --id <id, of listApiKeys>'

/** Ends a key. The streams that it has opened end at once with Redis, else within 15 s. */
export default async () => {
  const { id } = readOptions('revokeApiKey', ['id'])
  const revoked = id && isUuid(id) ? await revokeApiKey(id) : null
  if (!revoked) {
    console.error(id ? `There is no key ${id}.` : USAGE)
    process.exitCode = 1
    return
  }
  console.log(`${revoked.name} (${revoked.prefix}…) is revoked.`)
}
