import { createUser } from 'api/src/lib/access/createUser'
import { parseRole } from 'api/src/lib/access/parseRole'

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
    const chosen = await createUser({ email, role, name, password })
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
