import { createApiKey, findApiKey } from 'api/src/lib/access/apiKeys'
import { parseRole } from 'api/src/lib/access/parseRole'
import { readApiKey } from 'api/src/lib/access/readApiKey'
import { parseScopes } from 'api/src/lib/access/scopes'
import { auditedOnConsole } from 'api/src/lib/audit/onConsole'

import { UserInputError } from '@redwoodjs/graphql-server'

import { leave } from './administration/leave'
import { readOptions } from './administration/options'

const USAGE =
  'Usage: yarn rw exec createApiKey --name <what uses it> --role <ADMIN|AGENT|VIEWER> [--scopes <READ,SEND,WORK,CONFIGURE>] [--expires <2027-01-31>]'

/** Makes an API key and prints it, alone on the last line: only its hash is kept. */
export default async () => {
  const options = readOptions('createApiKey', [
    'name',
    'role',
    'scopes',
    'expires',
  ])
  const role = parseRole(options.role)
  const scopes = parseScopes(options.scopes)
  if (!options.name || !role || !scopes) {
    console.error(USAGE)
    process.exitCode = 1
    return leave()
  }
  try {
    const { name, limits } = readApiKey({
      name: options.name,
      role,
      scopes,
      expiresAt: options.expires,
    })
    const key = await auditedOnConsole(
      {
        action: 'createApiKey',
        subject: { type: 'ApiKey', name },
        arguments: [
          { name: 'role', value: role },
          { name: 'scopes', value: scopes.join(', ') || 'all' },
        ],
      },
      () => createApiKey(name, role, limits),
      async (made) => ({
        subject: { type: 'ApiKey', id: (await findApiKey(made))?.id, name },
      })
    )
    console.log('The key, shown this once. Send it as `Authorization: Bearer`:')
    console.log(key)
  } catch (error) {
    if (!(error instanceof UserInputError)) {
      throw error
    }
    console.error(error.message)
    process.exitCode = 1
  }
  await leave()
}
