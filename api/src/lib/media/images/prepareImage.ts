import pLimit from 'p-limit'
import sharp, { type OutputInfo, type Sharp } from 'sharp'

import { ImageError } from './imageError'
import { type OpenedImage, openImage } from './openImage'

/** What can be made fit to be sent. */
export const IMAGE_TYPES = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/heic',
  'image/heic-sequence',
  'image/heif',
  'image/heif-sequence',
  'image/tiff',
  'image/bmp',
])

/** Often drawings and pictures of screens, which JPEG smears. */
const LOSSLESS = new Set(['image/png', 'image/apng', 'image/bmp'])

/**
 * Each passes the narrowest of the carriers (600 KB), and ten together stay below the 5 MB that Twilio takes for a
 * message: https://help.twilio.com/articles/360018832773
 */
const LARGEST_STILL = 500_000

/** An animation says nothing in few pixels; to a long code's MMS all large carriers give a megabyte. */
const LARGEST_ANIMATION = 1_000_000

/** Pixels; more than a handset's screen has is seen by nobody. */
const LONGEST_EDGE = 2048

/** How a still becomes smaller until it fits: its longest edge, and JPEG's quality. */
const STILLS = [
  [LONGEST_EDGE, 82],
  [LONGEST_EDGE, 70],
  [1600, 75],
  [1280, 75],
  [1024, 70],
  [800, 60],
  [480, 50],
]

const ANIMATIONS = [LONGEST_EDGE, 480, 360, 240, 160]

/** An image that is fit to be sent. */
export interface PreparedImage {
  bytes: Buffer
  contentType: string
  width: number
  height: number
}

interface Output {
  data: Buffer
  info: OutputInfo
}

const within = (image: Sharp, edge: number) =>
  image.resize({
    width: edge,
    height: edge,
    fit: 'inside',
    withoutEnlargement: true,
  })

const write = (image: Sharp): Promise<Output> =>
  image.timeout({ seconds: 20 }).toBuffer({ resolveWithObject: true })

const toPrepared = ({ data, info }: Output): PreparedImage => ({
  bytes: data,
  contentType: `image/${info.format}`,
  width: info.width,
  height: info.pageHeight ?? info.height,
})

const prepareAnimation = async ({ read }: OpenedImage) => {
  for (const edge of ANIMATIONS) {
    const output = await write(within(read(), edge).gif({ effort: 3 }))
    if (output.data.length <= LARGEST_ANIMATION) {
      return toPrepared(output)
    }
  }
  throw new ImageError(
    'The animation does not become small enough for a message.'
  )
}

const prepareStill = async (
  { read, hasAlpha }: OpenedImage,
  isLossless: boolean
) => {
  // The original is decoded once; from here on it is small.
  const { data, info } = await write(
    within(read(), LONGEST_EDGE).toColourspace('srgb').raw({ depth: 'uchar' })
  )
  const { width, height, channels } = info
  const reread = () => sharp(data, { raw: { width, height, channels } })
  if (isLossless || hasAlpha) {
    const output = await write(reread().png())
    if (output.data.length <= LARGEST_STILL) {
      return toPrepared(output)
    }
  }
  for (const [edge, quality] of STILLS) {
    const output = await write(
      within(reread(), edge)
        .flatten({ background: 'white' })
        .jpeg({ quality, mozjpeg: true })
    )
    if (output.data.length <= LARGEST_STILL) {
      return toPrepared(output)
    }
  }
  throw new ImageError('The image does not become small enough for a message.')
}

/** Each takes memory, and threads of the few that the process has for files and names too. */
const limit = pLimit(2)

/**
 * Makes an image fit to be sent: a JPEG, PNG or GIF that every channel and carrier takes, with its right side up and
 * with nothing in it but what is seen. Where it was taken, by whom and with what is left behind.
 *
 * @param contentType one of `IMAGE_TYPES`
 * @throws ImageError
 */
export const prepareImage = (
  bytes: Buffer,
  contentType: string
): Promise<PreparedImage> =>
  limit(async () => {
    try {
      const image = await openImage(bytes, contentType)
      return image.isAnimated
        ? await prepareAnimation(image)
        : await prepareStill(image, LOSSLESS.has(contentType))
    } catch (error) {
      throw error instanceof ImageError
        ? error
        : new ImageError('The image can not be read.', { cause: error })
    }
  })
