import { createUser } from 'api/src/lib/access/createUser'
import { parseRole } from 'api/src/lib/access/parseRole'
import { findSubject } from 'api/src/lib/audit/findSubject'
import { auditedOnConsole } from 'api/src/lib/audit/onConsole'

import { UserInputError } from '@redwoodjs/graphql-server'

import { readOptions } from './administration/options'

const USAGE =
  'Usage: yarn rw exec createUser --email <address> --role <ADMIN|AGENT|VIEWER> [--name <name>] [--password <password>]'

/** Makes a user; without `--password` it makes one and prints it, alone on the last line. */
export default async () => {
  const { email, name, password, ...options } = readOptions('createUser', [
    'email',
    'role',
    'name',
    'password',
  ])
  const role = parseRole(options.role)
  if (!email || !role) {
    console.error(USAGE)
    process.exitCode = 1
    return
  }
  try {
    const chosen = await auditedOnConsole(
      {
        action: 'createUser',
        subject: { type: 'User', name: name ?? email },
        arguments: [
          { name: 'email', value: email },
          { name: 'role', value: role },
        ],
      },
      () => createUser({ email, role, name, password }),
      async () => ({
        subject: await findSubject('User', email.trim().toLowerCase(), 'email'),
      })
    )
    console.log(`${email} can log in now.`)
    if (password === undefined) {
      console.log('The password, shown this once:')
      console.log(chosen)
    }
  } catch (error) {
    if (!(error instanceof UserInputError)) {
      throw error
    }
    console.error(error.message)
    process.exitCode = 1
  }
}
