import { badUserInput } from 'src/lib/errors'

import { changeContact } from './changeContact'

const LONGEST_NAME = 500

/**
 * Names a contact. An empty name takes the name away.
 *
 * @throws NOT_FOUND, BAD_USER_INPUT (over 500 characters)
 */
export async function renameContact(id: string, written: string) {
  const name = written.trim().replaceAll('\0', '')
  if (name.length > LONGEST_NAME) {
    throw badUserInput(`A name has ${LONGEST_NAME} characters at most.`)
  }
  return changeContact(
    id,
    (tx) =>
      tx.$executeRaw`
        UPDATE "Contact" SET name = ${name || null}
        WHERE id = ${id}::uuid AND name IS DISTINCT FROM ${name || null}`
  )
}
