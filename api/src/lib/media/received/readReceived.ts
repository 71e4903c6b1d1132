import { amrToMp3, isAmr } from 'src/lib/media/audio/amrToMp3'
import {
  isImage,
  type ShownImage,
  showImage,
} from 'src/lib/media/images/showImage'
import { fileName } from 'src/lib/media/uploads/fileName'

import type { Download } from './download'
import { readType } from './readType'

/** What is kept of a file that was sent to us. */
export interface Received extends ShownImage {
  name: string | null
}

/** Neither a picture nor a voice note, or one that only its sender can read: kept as it came. */
const asItCame = (bytes: Buffer, contentType: string): ShownImage => ({
  bytes,
  contentType,
  width: null,
  height: null,
  thumbnail: null,
})

const convert = async (bytes: Buffer, contentType: string) => {
  if (isAmr(contentType)) {
    return asItCame(await amrToMp3(bytes), 'audio/mpeg')
  }
  return isImage(contentType)
    ? showImage(bytes, contentType)
    : asItCame(bytes, contentType)
}

const show = async (bytes: Buffer, contentType: string) => {
  try {
    return await convert(bytes, contentType)
  } catch {
    return asItCame(bytes, contentType)
  }
}

/** Makes of a file that was sent to us what is kept and shown of it. It is never refused: it was sent. */
export async function readReceived({
  bytes,
  claimedType,
  name,
}: Download): Promise<Received> {
  const contentType = await readType(bytes, claimedType)
  const content = await show(bytes, contentType)
  return { ...content, name: fileName(name, content.contentType) }
}
