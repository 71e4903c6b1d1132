import sharp from 'sharp'

/** The beginnings of files, by which their types are known. */
export const PDF = Buffer.from('%PDF-1.7\n%%EOF\n')
export const VCARD = Buffer.from(
  'BEGIN:VCARD\nVERSION:3.0\nFN:Maya\nEND:VCARD\n'
)
export const MP3 = Buffer.concat([
  Buffer.from('fffb9064', 'hex'),
  Buffer.alloc(300),
])
export const OGG = Buffer.concat([
  Buffer.from('OggS'),
  Buffer.alloc(24),
  Buffer.from('OpusHead'),
  Buffer.alloc(300),
])
export const WEBM = Buffer.concat([
  Buffer.from(
    '1a45dfa39f4286810142f7810142f2810442f381084282847765626d',
    'hex'
  ),
  Buffer.alloc(300),
])
export const ZIP = Buffer.concat([
  Buffer.from('504b0304140000000000', 'hex'),
  Buffer.alloc(300),
])

const box = (brand: string) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}\0\0\0\0isom${brand}`),
    Buffer.alloc(300),
  ])

export const MP4 = box('mp42')
export const M4A = box('M4A ')

/** A film that is larger than what it says. */
export const film = (bytes: number) =>
  Buffer.concat([MP4, Buffer.alloc(bytes - MP4.length)])

/** A small picture. */
export const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
