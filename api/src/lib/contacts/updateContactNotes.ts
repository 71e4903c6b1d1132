import { ConflictError } from 'src/lib/errors'
import { readText } from 'src/lib/thread/readText'

import { changeContact } from './changeContact'

/**
 * Keeps what operators know of a contact; an empty text takes it away.
 *
 * @param previous the notes that these were written over, so that two who write at once lose nothing: by their text, as
 *   the contact's `updatedAt` also moves with its profile. Undefined: over whatever is there
 * @throws NOT_FOUND, BAD_USER_INPUT (too long, or no text), CONFLICT (they are others by now)
 */
export async function updateContactNotes(
  id: string,
  written: string,
  previous?: string | null
) {
  const notes = readText(written) || null
  return changeContact(id, async (tx) => {
    const [known] = await tx.$queryRaw<{ notes: string | null }[]>`
      SELECT notes FROM "Contact" WHERE id = ${id}::uuid`
    if (known.notes === notes) {
      return 0
    }
    if (previous !== undefined && known.notes !== (previous || null)) {
      throw new ConflictError('The notes were changed meanwhile.')
    }
    return tx.$executeRaw`
      UPDATE "Contact" SET notes = ${notes} WHERE id = ${id}::uuid`
  })
}
