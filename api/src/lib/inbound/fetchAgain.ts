import type { Message } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { inTransaction } from 'src/lib/database/inTransaction'
import { db } from 'src/lib/db'
import { NotFoundError } from 'src/lib/errors'

import { tellOfMedia } from './tellOfMedia'

/** One that is here, or on its way, is left alone. */
const begin = (mediaId: string) =>
  inTransaction(async (tx) => {
    const begun = await tx.$executeRaw`
      UPDATE "Media" SET fetching = true, problem = NULL
      WHERE id = ${mediaId}::uuid AND problem IS NOT NULL AND "fileId" IS NULL AND url IS NOT NULL`
    if (begun) {
      await tx.$executeRaw`SELECT fetch_media(${mediaId}::uuid)`
    }
    return begun > 0
  })

/**
 * Has a file that was given up fetched again: what kept it away may be over.
 *
 * @returns its message
 * @throws NOT_FOUND
 */
export async function fetchAgain(mediaId: string): Promise<Message> {
  const find = () => db.media.findUnique({ where: { id: mediaId } }).message()
  if (!isUuid(mediaId) || !(await find())) {
    throw new NotFoundError('file')
  }
  if (await begin(mediaId)) {
    await tellOfMedia(mediaId)
  }
  return (await find()) as Message
}
