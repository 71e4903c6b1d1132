import { isSendable, wrongFile, wrongTogether } from './mediaRules'

const KB = 1024
const MB = 1024 * KB

const file = (contentType: string, size: number | null = 1) => ({
  contentType,
  size,
})

it.each([
  ['SMS', 'image/jpeg', 5 * MB],
  ['SMS', 'image/gif', 5 * MB],
  ['SMS', 'IMAGE/PNG', 5 * MB],
  ['SMS', 'video/mp4', 500 * KB],
  ['SMS', 'application/pdf', 500 * KB],
  ['SMS', 'audio/l24', 500 * KB],
  ['WHATSAPP', 'image/jpeg', 5 * MB],
  ['WHATSAPP', 'video/mp4', 16 * MB],
  ['WHATSAPP', 'application/pdf', 16 * MB],
] as const)('by %s, %s can have %i bytes', (channel, type, limit) => {
  expect(wrongFile(channel, file(type, limit))).toBeNull()
  expect(wrongFile(channel, file(type, null))).toBeNull()
  expect(wrongFile(channel, file(type, limit + 1))).toMatch(
    /^is larger than the (5 MB|500 KB|16 MB) that such a file can have by /
  )
})

it.each([
  ['SMS', 'text/html'],
  ['SMS', 'image/svg+xml'],
  ['SMS', 'application/octet-stream'],
  ['SMS', 'constructor'],
  ['WHATSAPP', 'image/gif'],
  ['WHATSAPP', 'video/quicktime'],
] as const)('by %s, no %s is sent', (channel, type) => {
  expect(wrongFile(channel, file(type))).toEqual(
    `is ${type}, which can not be sent by ${channel === 'SMS' ? 'MMS' : 'WhatsApp'}`
  )
})

it('an MMS has ten files, and 5 MB', () => {
  const pictures = (number: number, size: number) =>
    Array.from({ length: number }, () => file('image/jpeg', size))
  expect(wrongTogether('SMS', pictures(10, MB / 2))).toBeNull()
  expect(wrongTogether('SMS', pictures(11, 1))).toEqual(
    'A message can have 10 attachments.'
  )
  expect(wrongTogether('SMS', pictures(2, 2.5 * MB + 1))).toEqual(
    'The attachments of a message can have 5 MB together by MMS.'
  )
})

it('WhatsApp would drop all but the first, so there is one', () => {
  const one = file('image/jpeg')
  expect(wrongTogether('WHATSAPP', [one])).toBeNull()
  expect(wrongTogether('WHATSAPP', [one, one])).toEqual(
    'A WhatsApp message can have one attachment.'
  )
})

it('can be sent where one channel takes it', () => {
  expect(isSendable('image/gif')).toEqual(true)
  expect(isSendable('application/msword')).toEqual(true)
  expect(isSendable('application/zip')).toEqual(false)
})

it('no text is dropped beside a file, as WhatsApp does beside all that is no picture', () => {
  const of = (contentType: string) => [{ contentType, size: 1 }]
  expect(wrongTogether('WHATSAPP', of('image/png'), 'Look')).toBeNull()
  expect(wrongTogether('WHATSAPP', of('application/pdf'), ' ')).toBeNull()
  expect(wrongTogether('SMS', of('application/pdf'), 'Look')).toBeNull()
  expect(wrongTogether('WHATSAPP', of('application/pdf'), 'Look')).toEqual(
    'A WhatsApp message shows no text beside application/pdf. Send them one by one.'
  )
})
