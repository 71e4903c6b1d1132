import { checkDraft, DraftError, type DraftInput } from './outboundDraft'

const NOW = new Date('2026-11-20T12:00:00Z')
const SENDER = '+15005550006'
const SERVICE = 'MG0123456789abcdef0123456789abcdef'

const check = (
  change: Partial<DraftInput> = {},
  sender: string | undefined = SENDER
) =>
  checkDraft({ to: '+1 415 555 0100', body: 'Hello', ...change }, sender, NOW)

it('is fit to be sent: numbers in E.164, the text as it was written', () => {
  expect(check({ body: '  Hello 👋 ' })).toEqual({
    channel: 'SMS',
    to: '+14155550100',
    from: SENDER,
    messagingServiceSid: null,
    body: '  Hello 👋 ',
    mediaUrls: [],
    fileIds: [],
    sendAt: null,
    validityPeriod: null,
  })
})

it('loses what no phone can show, and nothing else', () => {
  expect(check({ body: '\0Hello\0 👋\ud83d' }).body).toEqual('Hello 👋')
  expect(() => check({ body: '\0' })).toThrow(/empty/)
})

it('goes over WhatsApp where the recipient says so', () => {
  expect(
    check({ to: 'whatsapp:+14155550100', from: 'whatsapp:+15005550006' })
  ).toMatchObject({
    channel: 'WHATSAPP',
    to: '+14155550100',
    from: SENDER,
  })
})

it('goes over WhatsApp to who shares no number there, and to nobody else’s id', () => {
  const to = 'whatsapp:US.13491208655302741918'
  expect(check({ to })).toMatchObject({
    channel: 'WHATSAPP',
    to: 'US.13491208655302741918',
  })
  for (const other of ['US.1349', 'whatsapp:US.', 'whatsapp:us.1\n2']) {
    expect(() => check({ to: other })).toThrow(/not a phone number/)
  }
})

it('goes through a Messaging Service, given or by default', () => {
  const through = { from: SERVICE, messagingServiceSid: SERVICE }
  expect(check({ from: SERVICE })).toMatchObject(through)
  expect(check({}, SERVICE)).toMatchObject(through)
  expect(check({ from: SENDER }, SERVICE)).toMatchObject({
    from: SENDER,
    messagingServiceSid: null,
  })
})

it('takes 1600 characters, counted as Twilio counts them', () => {
  expect(check({ body: 'a'.repeat(1600) }).body).toHaveLength(1600)
  expect(check({ body: '👋'.repeat(800) }).body).toHaveLength(1600)
})

it('takes ten pictures, with or without a text', () => {
  const mediaUrls = Array.from(
    { length: 10 },
    (_, n) => `https://example.com/${n}.png`
  )
  expect(check({ mediaUrls, body: '' })).toMatchObject({ mediaUrls, body: '' })
})

it('takes files of ours among them', () => {
  const attachmentIds = Array.from({ length: 9 }, (_, n) => String(n))
  const mediaUrls = ['https://example.com/a.png']
  const media = { attachmentIds, mediaUrls, body: '' }
  expect(check(media)).toMatchObject({ fileIds: attachmentIds, mediaUrls })
  expect(() =>
    check({ ...media, attachmentIds: [...attachmentIds, 'one more'] })
  ).toThrow(/10 attachments/)
})

it('takes a time that is to come', () => {
  const sendAt = new Date('2026-11-20T12:00:01Z')
  expect(check({ sendAt }).sendAt).toEqual(sendAt)
})

it('takes a time that Twilio would not keep, where it is we who keep it', () => {
  const sendAt = new Date('2027-01-20T12:00:00Z')
  expect(check({ sendAt }).sendAt).toEqual(sendAt)
  expect(() => check({ sendAt, from: SERVICE })).toThrow(/35 days/)
})

it('is given up after a second to ten hours', () => {
  expect(check({ validityPeriod: 1 }).validityPeriod).toEqual(1)
  expect(check({ validityPeriod: 36_000 }).validityPeriod).toEqual(36_000)
})

describe('what must not become a message', () => {
  const pictures = (...mediaUrls: string[]) => ({ mediaUrls })
  it.each<[string, Partial<DraftInput>, RegExp]>([
    ['no number', { to: '' }, /not a phone number/],
    ['a number without its country', { to: '415 555 0100' }, /country code/],
    [
      'a number without an area',
      { to: '+1 000 000 0000' },
      /not a phone number/,
    ],
    [
      'a number of no country',
      { to: '+999 123 456 789' },
      /not a phone number/,
    ],
    ['another channel', { to: 'messenger:1234567890' }, /not a phone number/],
    ['a strange sender', { from: 'no sender of ours' }, /sender/],
    ['to ourselves', { to: SENDER }, /our own/],
    ['no text', { body: '' }, /empty/],
    ['blanks', { body: ' \n\t' }, /empty/],
    ['a long text', { body: 'a'.repeat(1601) }, /1601 characters.*1600/],
    [
      'a text that is long by its emoji',
      { body: '👋'.repeat(800) + '!' },
      /1601/,
    ],
    ['a file on a disk', pictures('file:///etc/passwd'), /http/],
    ['no address of a picture', pictures('picture.png'), /http/],
    [
      'a script',
      pictures('https://example.com/a.png', 'javascript:alert(1)'),
      /http/,
    ],
    [
      'eleven pictures',
      pictures(...Array<string>(11).fill('https://example.com/a.png')),
      /10/,
    ],
    [
      'a time that has passed',
      { sendAt: new Date('2026-11-20T11:59:59Z') },
      /passed/,
    ],
    ['now', { sendAt: NOW }, /passed/],
    [
      'a time too near for a Messaging Service',
      { sendAt: new Date('2026-11-20T12:05:00Z'), from: SERVICE },
      /5 minutes/,
    ],
    [
      'a time in another century',
      { sendAt: new Date('2126-11-20T12:00:00Z') },
      /a year/,
    ],
    ['no time', { sendAt: new Date('nonsense') }, /time/],
  ])('%s', (_what, change, words) => {
    expect(() => check(change)).toThrow(DraftError)
    expect(() => check(change)).toThrow(words)
  })

  it('nothing to write from', () => {
    expect(() =>
      checkDraft({ to: '+14155550100', body: 'Hello' }, undefined, NOW)
    ).toThrow(/no sender/)
  })
})
