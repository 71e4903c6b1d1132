import {
  film,
  M4A,
  MP3,
  MP4,
  OGG,
  PDF,
  picture,
  VCARD,
  WEBM,
  ZIP,
} from 'test-support/files'

import { readUpload } from './readUpload'
import { UploadError } from './uploadError'

const refusal = async (bytes: Buffer, claimed: string) => {
  const error = await readUpload(bytes, claimed).then(
    () => null,
    (error: unknown) => error
  )
  expect(error).toBeInstanceOf(UploadError)
  const { status, message } = error as UploadError
  return { status, message }
}

it.each<[string, Buffer, string]>([
  ['application/pdf', PDF, 'application/pdf'],
  ['text/vcard', VCARD, 'text/vcard'],
  ['text/x-vcard', VCARD, 'text/vcard'],
  ['audio/mpeg', MP3, 'audio/mpeg'],
  ['audio/ogg; codecs=opus', OGG, 'audio/ogg'],
  ['video/webm', WEBM, 'video/webm'],
  ['video/mp4', MP4, 'video/mp4'],
  ['audio/x-m4a', M4A, 'audio/mp4'],
  // Sound in a container that says film: only its sender knows.
  ['audio/webm;codecs=opus', WEBM, 'audio/webm'],
  // Nothing in their bytes says what they are.
  ['text/csv', Buffer.from('name,city\nMaya,Köln 🌻\n'), 'text/csv'],
  ['text/csv; charset=utf-8', Buffer.from('\uFEFFa;b\r\n'), 'text/csv'],
  // It begins as a bitmap does.
  ['text/csv', Buffer.from('BMW;3\nAudi;5\n'), 'text/csv'],
  [
    'text/calendar',
    Buffer.from('BEGIN:VEVENT\r\nEND:VEVENT\r\n'),
    'text/calendar',
  ],
  // No claim is no lie.
  ['', PDF, 'application/pdf'],
  ['application/octet-stream', MP4, 'video/mp4'],
])('%s is kept as it is', async (claimed, bytes, contentType) => {
  expect(await readUpload(bytes, claimed)).toEqual({
    bytes,
    contentType,
    width: null,
    height: null,
  })
})

it('a picture is what its bytes say, whatever kind of picture it is called', async () => {
  expect(await readUpload(await picture(), 'image/png')).toMatchObject({
    contentType: 'image/jpeg',
    width: 40,
    height: 30,
  })
})

it.each<[string, string, () => Promise<Buffer> | Buffer]>([
  ['a text', 'image/jpeg', () => Buffer.from('Hello, this is a text.')],
  ['a PDF', 'image/png', () => PDF],
  ['a picture', 'video/mp4', () => picture()],
  ['a picture', 'application/pdf', () => picture()],
  ['a program', 'audio/mpeg', () => Buffer.from('MZ\x90\0'.repeat(50))],
  ['nothing that is known', 'application/pdf', () => Buffer.alloc(500, 7)],
  ['not UTF-8', 'text/csv', () => Buffer.from('name\nK\xf6ln\n', 'latin1')],
  ['not a text', 'text/csv', () => Buffer.from('name\0city\n')],
  ['a page', 'text/csv', () => Buffer.from(' <!DOCTYPE html><p>Hello')],
  ['a page inside', 'text/csv', () => Buffer.from('a,<SCRIPT>1</SCRIPT>')],
  ['a picture', 'text/csv', () => picture()],
])('%s that says that it is %s is refused', async (_what, claimed, make) => {
  expect(await refusal(await make(), claimed)).toEqual({
    status: 400,
    message: `The file is not what it says, ${claimed}.`,
  })
})

it.each<[string, string, Buffer]>([
  ['a text', 'text/plain', Buffer.from('Hello, this is a text.')],
  ['an archive', 'application/zip', ZIP],
  ['a page', 'text/html', Buffer.from('<html><script>1</script></html>')],
  [
    'a drawing with scripts',
    'image/svg+xml',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
  ],
])('%s can not be sent', async (_what, claimed, bytes) => {
  expect(await refusal(bytes, claimed)).toEqual({
    status: 415,
    message: 'Files of this type can not be sent.',
  })
})

it('a crafted file holds up nobody', async () => {
  // Windows Media whose parts have no length.
  const bytes = Buffer.concat([
    Buffer.from('3026b2758e66cf11a6d900aa0062ce6c', 'hex'),
    Buffer.alloc(5_000),
  ])
  expect(await refusal(bytes, 'video/x-ms-asf')).toMatchObject({ status: 415 })
})

it('an empty file is none', async () => {
  expect(await refusal(Buffer.alloc(0), 'image/jpeg')).toEqual({
    status: 400,
    message: 'The file is empty.',
  })
})

it('a broken picture is told as such', async () => {
  const half = (await picture(500, 500)).subarray(0, 900)
  expect(await refusal(half, 'image/jpeg')).toEqual({
    status: 400,
    message: 'The image can not be read.',
  })
})

it('what no channel takes is refused at once', async () => {
  const MB = 1024 * 1024
  expect(await readUpload(film(16 * MB), 'video/mp4')).toBeTruthy()
  expect(await refusal(film(16 * MB + 1), 'video/mp4')).toMatchObject({
    status: 413,
  })
})
