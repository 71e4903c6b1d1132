import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'

import { encode as encodeBmp } from 'bmp-ts'
import sharp, {
  type OverlayOptions,
  type Sharp,
  type SharpOptions,
} from 'sharp'

import { ImageError } from './imageError'
import { prepareImage } from './prepareImage'

const RED = { r: 208, g: 32, b: 32 }
const BLUE = { r: 32, g: 32, b: 208 }

/** Left half red, right half blue. */
const flag = (width = 40, height = 30) => {
  const create = { width: width / 2, height, channels: 3, background: RED }
  return sharp({
    create: { ...create, width, background: BLUE },
  } as SharpOptions)
    .composite([
      { input: { create } as OverlayOptions['input'], left: 0, top: 0 },
    ])
    .removeAlpha()
}

/** What no encoder makes small. */
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'grey',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })

/** Where it was taken. */
const withPlace = (image: Sharp) =>
  image.withExif({
    IFD0: { Make: 'Camera of the tests' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '51/1 30/1 3230/100',
      GPSLongitudeRef: 'W',
      GPSLongitude: '0/1 7/1 4366/100',
    },
  })

const colorAt = async (bytes: Buffer, left: number, top: number) => {
  const [r, g, b] = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer()
  return { r, g, b }
}

const isLike = (seen: typeof RED, expected: typeof RED) =>
  Math.hypot(seen.r - expected.r, seen.g - expected.g, seen.b - expected.b) < 40

const expectFlag = async (bytes: Buffer, width: number, height: number) => {
  expect(isLike(await colorAt(bytes, width / 4, height / 2), RED)).toEqual(true)
  expect(
    isLike(await colorAt(bytes, (width * 3) / 4, height / 2), BLUE)
  ).toEqual(true)
}

const heic = () => readFile(path.join(__dirname, 'fixtures', 'photo.heic'))

describe('what is kept of an image', () => {
  it.each<[string, string, () => Promise<Buffer>]>([
    ['image/jpeg', 'image/jpeg', () => flag().jpeg().toBuffer()],
    ['image/png', 'image/png', () => flag().png().toBuffer()],
    ['image/gif', 'image/gif', () => flag().gif().toBuffer()],
    ['image/webp', 'image/jpeg', () => flag().webp().toBuffer()],
    ['image/avif', 'image/jpeg', () => flag().avif().toBuffer()],
    ['image/tiff', 'image/jpeg', () => flag().tiff().toBuffer()],
    [
      'image/bmp',
      'image/png',
      async () => {
        const data = await flag().ensureAlpha().raw().toBuffer()
        // It wants alpha, blue, green, red.
        return encodeBmp({
          data: data.swap32(),
          width: 40,
          height: 30,
          bitPP: 24,
        }).data
      },
    ],
  ])('%s becomes %s', async (type, kept, make) => {
    const image = await prepareImage(await make(), type)
    expect(image).toMatchObject({ contentType: kept, width: 40, height: 30 })
    expect((await sharp(image.bytes).metadata()).format).toEqual(
      kept.replace('image/', '')
    )
    await expectFlag(image.bytes, 40, 30)
  })

  it('HEIC becomes JPEG', async () => {
    const image = await prepareImage(await heic(), 'image/heic')
    expect(image).toMatchObject({
      contentType: 'image/jpeg',
      width: 128,
      height: 96,
    })
    await expectFlag(image.bytes, 128, 96)
  })

  it('what is transparent stays so where it can, and is white elsewhere', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 }
    const small = sharp({
      create: { width: 20, height: 20, channels: 4, background: clear },
    })
    const kept = await prepareImage(await small.webp().toBuffer(), 'image/webp')
    expect(kept.contentType).toEqual('image/png')
    expect((await sharp(kept.bytes).stats()).isOpaque).toEqual(false)

    const large = sharp({
      create: { width: 1500, height: 1500, channels: 4, background: clear },
    }).composite([
      { input: await noise(1500, 700).png().toBuffer(), top: 0, left: 0 },
    ])
    const flat = await prepareImage(await large.png().toBuffer(), 'image/png')
    expect(flat.contentType).toEqual('image/jpeg')
    expect(
      isLike(await colorAt(flat.bytes, 10, flat.height - 10), {
        r: 255,
        g: 255,
        b: 255,
      })
    ).toEqual(true)
  })

  it('has its right side up', async () => {
    // Lying on its side, and marked so: a camera that was held upright.
    const bytes = await sharp(await flag().png().toBuffer())
      .rotate(-90)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const image = await prepareImage(bytes, 'image/jpeg')
    expect(image).toMatchObject({ width: 40, height: 30 })
    await expectFlag(image.bytes, 40, 30)
    expect((await sharp(image.bytes).metadata()).orientation).toBeUndefined()
  })

  it.each<[string, () => Promise<Buffer>]>([
    ['image/jpeg', () => withPlace(flag()).jpeg().toBuffer()],
    ['image/png', () => withPlace(flag()).png().toBuffer()],
    ['image/webp', () => withPlace(flag()).webp().toBuffer()],
    ['image/heic', heic],
  ])('of %s nobody learns where it was taken', async (type, make) => {
    const bytes = await make()
    expect(bytes.includes('Camera of the tests')).toEqual(true)
    const image = await prepareImage(bytes, type)
    expect(image.bytes.includes('Camera')).toEqual(false)
    const { exif, xmp, iptc, icc } = await sharp(image.bytes).metadata()
    expect([exif, xmp, iptc, icc]).toEqual(Array(4).fill(undefined))
  })
})

describe('an animation', () => {
  const animation = async (size: number, frames: number) => {
    const images = Array.from({ length: frames }, () =>
      noise(size, size).png().toBuffer()
    )
    return sharp(await Promise.all(images), { join: { animated: true } })
  }

  it.each<['gif' | 'webp']>([['gif'], ['webp']])(
    'that is %s moves on as a GIF, at its pace',
    async (format) => {
      const original = (await animation(20, 3))
        .toFormat(format, { delay: [100, 200, 300], loop: 2 })
        .toBuffer()
      const image = await prepareImage(await original, `image/${format}`)
      expect(image).toMatchObject({
        contentType: 'image/gif',
        width: 20,
        height: 20,
      })
      const { pages, delay, loop } = await sharp(image.bytes, {
        animated: true,
      }).metadata()
      expect({ pages, delay, loop }).toEqual({
        pages: 3,
        delay: [100, 200, 300],
        loop: 2,
      })
    }
  )

  it('becomes smaller until it fits', async () => {
    const original = await (await animation(400, 10))
      .gif({ effort: 1 })
      .toBuffer()
    expect(original.length).toBeGreaterThan(1_000_000)
    const image = await prepareImage(original, 'image/gif')
    expect(image.bytes.length).toBeLessThanOrEqual(1_000_000)
    expect(image.width).toBeLessThan(400)
    expect(
      (await sharp(image.bytes, { animated: true }).metadata()).pages
    ).toEqual(10)
  })
})

describe('what is too large', () => {
  it.each<[string, () => Sharp]>([
    ['image/jpeg', () => noise(4000, 3000).jpeg({ quality: 90 })],
    ['image/png', () => noise(1600, 1200).png()],
  ])('becomes smaller until ten of them fit: %s', async (type, make) => {
    const original = await make().toBuffer()
    expect(original.length).toBeGreaterThan(5_000_000)
    const image = await prepareImage(original, type)
    expect(image.contentType).toEqual('image/jpeg')
    expect(image.bytes.length).toBeLessThanOrEqual(500_000)
    expect(image.width / image.height).toBeCloseTo(4 / 3, 1)
    expect(await sharp(image.bytes).metadata()).toMatchObject({
      format: 'jpeg',
      width: image.width,
      height: image.height,
    })
  })

  it('a photo of twelve megapixels stays sharp enough for a screen', async () => {
    const photo = await flag(4032, 3024).blur(5).jpeg().toBuffer()
    expect(await prepareImage(photo, 'image/jpeg')).toMatchObject({
      width: 2048,
      height: 1536,
    })
  })
})

describe('what is refused', () => {
  const refusal = async (bytes: Buffer, type: string) => {
    const error = await prepareImage(bytes, type).then(
      () => null,
      (error: unknown) => error
    )
    expect(error).toBeInstanceOf(ImageError)
    return (error as ImageError).message
  }

  it('few bytes that become 400 megapixels', async () => {
    const bomb = await flag().png().toBuffer()
    const [header, size, checksum] = [12, 16, 29]
    bomb.writeUInt32BE(20_000, size)
    bomb.writeUInt32BE(20_000, size + 4)
    bomb.writeUInt32BE(crc32(bomb.subarray(header, checksum)), checksum)
    expect(await refusal(bomb, 'image/png')).toContain('120 megapixels')
  })

  it('a HEIC that says that it is larger than memory', async () => {
    const bytes = await heic()
    const sizes = bytes.indexOf('ispe') + 8
    bytes.writeUInt32BE(60_000, sizes)
    bytes.writeUInt32BE(60_000, sizes + 4)
    expect(await refusal(bytes, 'image/heic')).toContain('50 megapixels')
  })

  it('a BMP that says so', async () => {
    const bytes = Buffer.alloc(60)
    bytes.write('BM')
    bytes.writeInt32LE(60_000, 18)
    bytes.writeInt32LE(-60_000, 22)
    expect(await refusal(bytes, 'image/bmp')).toContain('50 megapixels')
  })

  it.each<[string, string, () => Promise<Buffer>]>([
    [
      'half of a JPEG',
      'image/jpeg',
      async () => (await noise(300, 300).jpeg().toBuffer()).subarray(0, 5_000),
    ],
    [
      'half of a PNG',
      'image/png',
      async () => (await noise(300, 300).png().toBuffer()).subarray(0, 5_000),
    ],
    [
      'half of a HEIC',
      'image/heic',
      async () => (await heic()).subarray(0, 700),
    ],
    ['the head of a BMP', 'image/bmp', async () => Buffer.from('BM')],
    [
      'a drawing that refers to files, under another name',
      'image/png',
      async () =>
        Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
        ),
    ],
    ['a text', 'image/jpeg', async () => Buffer.from('Hello')],
  ])('%s', async (_what, type, make) => {
    expect(await refusal(await make(), type)).toEqual(
      'The image can not be read.'
    )
  })
})
