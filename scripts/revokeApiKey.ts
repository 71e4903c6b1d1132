import { revokeApiKey } from 'api/src/lib/access/apiKeys'
import { findSubject } from 'api/src/lib/audit/findSubject'
import { auditedOnConsole } from 'api/src/lib/audit/onConsole'
import { validate as isUuid } from 'uuid'

import { leave } from './administration/leave'
import { readOptions } from './administration/options'

const USAGE = 'Usage: yarn rw exec revokeApiKey --id <id, of listApiKeys>'

/** Ends a key. The streams that it has opened end at once with Redis, else within 15 s. */
export default async () => {
  const { id } = readOptions('revokeApiKey', ['id'])
  const subject = id ? await findSubject('ApiKey', id) : null
  const revoked =
    id && isUuid(id) && subject?.id
      ? await auditedOnConsole({ action: 'revokeApiKey', subject }, () =>
          revokeApiKey(id)
        )
      : null
  if (!revoked) {
    console.error(id ? `There is no key ${id}.` : USAGE)
    process.exitCode = 1
    return leave()
  }
  console.log(`${revoked.name} (${revoked.prefix}…) is revoked.`)
  await leave()
}
