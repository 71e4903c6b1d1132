import {
  isMessagingService,
  normalizePhoneNumber,
  normalizeSender,
} from './address'

const SERVICE = 'MG0123456789abcdef0123456789ABCDEF'

describe('a phone number, as people write it', () => {
  it.each([
    ['+14155550100', '+14155550100'],
    ['+1 (415) 555-0100', '+14155550100'],
    ['  +44 20 7946 0958\n', '+442079460958'],
    ['+49 1512 3456789', '+4915123456789'],
    ['+41.44.668.18.00', '+41446681800'],
  ])('%s is %s', (written, number) => {
    expect(normalizePhoneNumber(written)).toEqual(number)
  })

  it.each([
    ['no country code', '415 555 0100'],
    ['too short', '+1 415'],
    ['too long', '+1 415 555 0100 0100 0100'],
    ['no such country', '+999 123 456 789'],
    ['no such area', '+1 000 000 0000'],
    ['words', 'Maya'],
    ['an address', 'maya@example.com'],
    ['nothing', ''],
    ['blanks', '   '],
    ['a plus sign', '+'],
  ])('%s is none', (_what, written) => {
    expect(normalizePhoneNumber(written)).toBeNull()
  })
})

describe('a sender', () => {
  it.each([
    ['+1 500 555 0006', '+15005550006'],
    ['12345', '12345'],
    [' 720123 ', '720123'],
    ['Pharmacy', 'Pharmacy'],
    ['Pharmacy 24', 'Pharmacy 24'],
    [SERVICE, SERVICE],
  ])('%s is %s', (written, sender) => {
    expect(normalizeSender(written)).toEqual(sender)
  })

  it.each([
    '',
    '12',
    'Pharmacy24hours',
    'Phärmacy',
    'A-Team',
    `${SERVICE}0`,
    '+1',
  ])('"%s" is none', (written) => expect(normalizeSender(written)).toBeNull())
})

it('tells a Messaging Service from everything else', () => {
  expect(isMessagingService(SERVICE)).toEqual(true)
  expect(isMessagingService('MG01')).toEqual(false)
  expect(isMessagingService('+15005550006')).toEqual(false)
})
