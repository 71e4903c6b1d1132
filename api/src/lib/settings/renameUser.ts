import { isStorable } from 'src/lib/database/isStorable'
import { db } from 'src/lib/db'
import { badUserInput } from 'src/lib/errors'

const LONGEST_NAME = 100

/**
 * Names somebody, as colleagues see it. An empty name takes the name away, none leaves it.
 *
 * @throws BAD_USER_INPUT
 */
export function renameUser(id: string, written?: string | null) {
  const name = written?.trim()
  if (name && (name.length > LONGEST_NAME || !isStorable(name))) {
    throw badUserInput(`A name has ${LONGEST_NAME} characters at most.`)
  }
  return db.user.update({
    where: { id },
    data: { name: name === '' ? null : name },
  })
}
