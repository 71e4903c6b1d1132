import { createApiKey } from 'api/src/lib/access/apiKeys'
import { parseRole } from 'api/src/lib/access/parseRole'

import { readOptions } from './administration/options'

const USAGE =
  'Usage: yarn rw exec createApiKey --name <what uses it> --role <ADMIN|AGENT|VIEWER>'

/** Makes an API key and prints it, alone on the last line: only its hash is kept. */
export default async () => {
  const options = readOptions('createApiKey', ['name', 'role'])
  const role = parseRole(options.role)
  if (!options.name || !role) {
    console.error(USAGE)
    process.exitCode = 1
    return
  }
  const key = await createApiKey(options.name, role)
  console.log('The key, shown this once. Send it as `Authorization: Bearer`:')
  console.log(key)
}
