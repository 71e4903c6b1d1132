import sharp, { type Metadata, type Sharp } from 'sharp'

import { decode } from './decode'
import { ImageError } from './imageError'

/**
 * A compressed file of a few KB can say that it has billions of pixels, which must not be believed with memory. The
 * largest photos of phones that are sent have 108 million.
 */
const MOST_PIXELS = 120_000_000

/** Of what is decoded whole, four bytes a pixel: the largest HEIC of phones has 48 million. */
const MOST_PIXELS_IN_MEMORY = 50_000_000

// What is not named here is never read, whatever the bytes say: SVG, PDF and the like can refer to other files.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadTiffBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
})
// Each image is read once.
sharp.cache(false)

export interface OpenedImage {
  /** The image, its way up corrected; made anew, because a pipeline runs once. */
  read: () => Sharp
  hasAlpha: boolean
  isAnimated: boolean
}

const checkPixels = (pixels: number, most: number) => {
  if (!(pixels > 0 && pixels <= most)) {
    throw new ImageError(
      `The image has more than the ${most / 1e6} megapixels that it can have.`
    )
  }
}

const OPTIONS = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const

const ofPixels = async (
  format: 'heic' | 'bmp',
  bytes: Buffer
): Promise<OpenedImage> => {
  const { width, height, data } = await decode(
    format,
    bytes,
    MOST_PIXELS_IN_MEMORY
  )
  const pixels = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const read = () =>
    sharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha()
  return { read, hasAlpha: false, isAnimated: false }
}

const openBmp = (bytes: Buffer) => {
  const width = bytes.readInt32LE(18)
  const height = Math.abs(bytes.readInt32LE(22))
  checkPixels(width * height, MOST_PIXELS_IN_MEMORY)
  return ofPixels('bmp', bytes)
}

const isAnimation = ({ format, pages = 1 }: Metadata) =>
  format === 'gif' || (format === 'webp' && pages > 1)

/**
 * @param contentType what the bytes are
 * @throws ImageError, or what the libraries throw
 */
export async function openImage(
  bytes: Buffer,
  contentType: string
): Promise<OpenedImage> {
  if (contentType === 'image/bmp') {
    return openBmp(bytes)
  }
  // Only the head is read; the limit is checked here, where it can be named.
  const metadata = await sharp(bytes, { limitInputPixels: false }).metadata()
  const { width, height, pages = 1, hasAlpha } = metadata
  if (metadata.compression === 'hevc') {
    checkPixels(width * height, MOST_PIXELS_IN_MEMORY)
    return ofPixels('heic', bytes)
  }
  const isAnimated = isAnimation(metadata)
  checkPixels(width * height * (isAnimated ? pages : 1), MOST_PIXELS)
  const read = () =>
    sharp(bytes, { ...OPTIONS, animated: isAnimated }).autoOrient()
  return { read, hasAlpha, isAnimated }
}
