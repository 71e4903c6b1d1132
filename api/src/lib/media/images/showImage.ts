import pLimit from 'p-limit'
import type { Sharp } from 'sharp'

import { openImage } from './openImage'
import { IMAGE_TYPES } from './prepareImage'

/** What every browser shows as it is. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp'])

/** Pixels; the largest box of a thread is 300 high, on a screen of two pixels for one. */
const THUMBNAIL_EDGE = 600

/** Pixels; what a browser can't show is made into a picture that can be looked at closely. */
const CONVERTED_EDGE = 4096

/** A picture that loads at once needs no smaller one. */
const SMALL_BYTES = 60_000

/** A file as it is kept. */
export interface KeptContent {
  bytes: Buffer
  contentType: string
  /** Of an image, with its right side up. */
  width: number | null
  height: number | null
}

export interface ShownImage extends KeptContent {
  /** A small JPEG; null where the image is small itself, or moves. */
  thumbnail: KeptContent | null
}

const within = (image: Sharp, edge: number) =>
  image
    .resize({
      width: edge,
      height: edge,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .timeout({ seconds: 20 })

const write = async (image: Sharp): Promise<KeptContent> => {
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  return {
    bytes: data,
    contentType: `image/${info.format}`,
    width: info.width,
    height: info.pageHeight ?? info.height,
  }
}

const toJpeg = (image: Sharp, edge: number, quality: number) =>
  write(within(image, edge).flatten({ background: 'white' }).jpeg({ quality }))

const convert = (image: Sharp, hasAlpha: boolean) =>
  hasAlpha
    ? write(within(image, CONVERTED_EDGE).png())
    : toJpeg(image, CONVERTED_EDGE, 88)

const sizeOf = async (image: Sharp) => {
  const { autoOrient, width, height, pageHeight } = await image.metadata()
  return {
    width: autoOrient?.width ?? width,
    height: pageHeight ?? autoOrient?.height ?? height,
  }
}

/** Each takes memory, and threads of the few that the process has for files and names too. */
const limit = pLimit(1)

/** Whether it is an image that can be read here. */
export const isImage = (contentType: string) => IMAGE_TYPES.has(contentType)

/**
 * An image as it is shown: as it came where every browser shows it, else (HEIC, TIFF, AVIF, BMP) as a JPEG or PNG; with
 * its size, and a thumbnail where it is large.
 *
 * @param contentType one of `IMAGE_TYPES`
 * @throws ImageError, or what the libraries throw: it can't be read
 */
export const showImage = (
  bytes: Buffer,
  contentType: string
): Promise<ShownImage> =>
  limit(async () => {
    const { read, hasAlpha, isAnimated } = await openImage(bytes, contentType)
    const kept = SHOWN.has(contentType)
      ? { bytes, contentType, ...(await sizeOf(read())) }
      : await convert(read(), hasAlpha)
    const isSmall = kept.bytes.length <= SMALL_BYTES
    return {
      ...kept,
      thumbnail:
        isSmall || isAnimated ? null : await toJpeg(read(), THUMBNAIL_EDGE, 76),
    }
  })
