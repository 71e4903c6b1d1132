import { ImageError } from 'src/lib/media/images/imageError'
import { IMAGE_TYPES, prepareImage } from 'src/lib/media/images/prepareImage'
import { isSendable, LARGEST_FILE } from 'src/lib/messaging/mediaRules'

import { isPlainText } from './isPlainText'
import { sniffType } from './sniffType'
import { UploadError } from './uploadError'

/** What is kept of an upload. */
export interface Content {
  bytes: Buffer
  contentType: string
  /** Of an image. */
  width: number | null
  height: number | null
}

const kindOf = (type: string) => {
  const kind = type.split('/')[0]
  // Their containers are the same, and many programs call them by the one or the other.
  return kind === 'audio' || kind === 'video' ? 'recording' : kind
}

/** Only a claim of one of these says more than that it is some file. */
const KINDS = new Set(['image', 'recording'])

const lies = (claimed: string, found: string) =>
  (KINDS.has(kindOf(claimed)) || KINDS.has(kindOf(found))) &&
  !/^$|octet-stream$/.test(claimed) &&
  kindOf(claimed) !== kindOf(found)

/** A recording without pictures is a film by its container, where only the sender knows better. */
const soundOf = (claimed: string, found: string) =>
  found.startsWith('video/') && claimed === found.replace('video/', 'audio/')
    ? claimed
    : found

const isAcceptable = (type: string) => IMAGE_TYPES.has(type) || isSendable(type)

const findType = async (bytes: Buffer, claimed: string) => {
  const found = await sniffType(bytes)
  const isFound = found && isAcceptable(found) && !lies(claimed, found)
  if (!isFound && isPlainText(bytes, claimed)) {
    return claimed
  }
  if (found ? lies(claimed, found) : isAcceptable(claimed)) {
    throw new UploadError(`The file is not what it says, ${claimed}.`)
  }
  if (!found || !isAcceptable(found)) {
    throw new UploadError('Files of this type can not be sent.', 415)
  }
  return soundOf(claimed, found)
}

const readImage = async (bytes: Buffer, contentType: string) => {
  try {
    return await prepareImage(bytes, contentType)
  } catch (error) {
    throw error instanceof ImageError ? new UploadError(error.message) : error
  }
}

/**
 * Makes of an upload what is kept of it: its type by its bytes, and an image fit to be sent.
 *
 * @param claimed the type that the uploader says it has
 * @throws UploadError
 */
export async function readUpload(
  bytes: Buffer,
  claimed: string
): Promise<Content> {
  if (bytes.length === 0) {
    throw new UploadError('The file is empty.')
  }
  const type = claimed.split(';')[0].trim().toLowerCase()
  const contentType = await findType(bytes, type)
  if (IMAGE_TYPES.has(contentType)) {
    return readImage(bytes, contentType)
  }
  if (bytes.length > LARGEST_FILE) {
    throw new UploadError(
      'The file is larger than the 16 MB that can be sent.',
      413
    )
  }
  return { bytes, contentType, width: null, height: null }
}
