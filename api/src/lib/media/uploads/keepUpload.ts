import type { StoredFile } from '@prisma/client'
import { v7 as uuid } from 'uuid'

import { db } from 'src/lib/db'
import type { Owner } from 'src/lib/media/files/owner'
import { mediaStorage } from 'src/lib/media/storage/mediaStorage'

import { fileName } from './fileName'
import { readUpload } from './readUpload'

export interface Upload {
  bytes: Buffer
  /** As its uploader calls it. */
  contentType: string
  name: string
}

/**
 * Keeps a file that is to be sent. First its bytes and then its row, so that no row is without its file, wherever we are
 * interrupted.
 *
 * @throws UploadError
 */
export async function keepUpload(
  upload: Upload,
  { sentById: uploadedById, apiKeyId }: Owner
): Promise<StoredFile> {
  const content = await readUpload(upload.bytes, upload.contentType)
  const { bytes, contentType, width, height } = content
  const id = uuid()
  const name = fileName(upload.name, contentType)
  await mediaStorage.put(id, bytes)
  return db.storedFile.create({
    data: {
      id,
      contentType,
      size: bytes.length,
      name,
      width,
      height,
      uploadedById,
      apiKeyId,
    },
  })
}
