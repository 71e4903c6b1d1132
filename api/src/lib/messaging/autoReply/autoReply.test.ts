import fc from 'fast-check'

import { fillIn, unknownPlaceholder } from './fillIn'
import { fittingRules, type Rule } from './fittingRules'
import { looksAutomatic } from './looksAutomatic'
import { matchesKeyword } from './matchesKeyword'

describe('a keyword', () => {
  it.each([
    ['What are your HOURS?', 'hours', true],
    ['hours', 'Hours', true],
    ['two-hours', 'hours', true],
    ['hoursglass', 'hours', false],
    ['after-hours2', 'hours', false],
    ['Wann habt ihr geöffnet?', 'GEÖFFNET', true],
    ['ungeöffnet', 'geöffnet', false],
    ['Is it   open  today', 'open today', true],
    ['מה שעות הפתיחה?', 'שעות', true],
    ['a+b', 'a+b', true],
    ['', 'hours', false],
    ['anything', '', false],
  ])('%p has the word %p: %p', (body, keyword, expected) => {
    expect(matchesKeyword(body, [keyword], false)).toEqual(expected)
  })

  it.each([
    ['Hours?', true],
    ['  HOURS!! ', true],
    ['my hours', false],
  ])('is all of %p: %p', (body, expected) => {
    expect(matchesKeyword(body, ['menu', 'hours'], true)).toEqual(expected)
  })

  it('takes any text for a word, and never fails', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (body, keyword) => {
        expect(typeof matchesKeyword(body, [keyword], false)).toEqual('boolean')
        expect(matchesKeyword(keyword, [keyword], true)).toEqual(
          keyword.normalize('NFKC').trim() !== ''
        )
      })
    )
  })
})

it.each([
  ['This is an automated message. Do not reply.', true],
  ['Auto-Reply: I am driving', true],
  ['I am out of the office until Monday', true],
  ['Sorry, this number is not monitored', true],
  ['Please reply automatically to my friend', false],
  ['Is your office open?', false],
  ['No, reply to me', false],
])('a machine said %p: %p', (body, expected) => {
  expect(looksAutomatic(body)).toEqual(expected)
})

describe('the text of a reply', () => {
  const values = { name: 'Ana', channel: 'Shop', opensAt: 'Monday 09:00' }
  const nobody = { name: null, channel: 'Shop', opensAt: null }

  it.each([
    ['Hello {name}, this is {Channel}.', values, 'Hello Ana, this is Shop.'],
    ['Hello {name}, this is {channel}.', nobody, 'Hello, this is Shop.'],
    ['{name}, we are closed.', nobody, 'We are closed.'],
    ['Back {opensAt}.', values, 'Back Monday 09:00.'],
    ['Back {opensAt}.', nobody, 'Back.'],
    ['Closed, {name}. Open soon.', nobody, 'Closed. Open soon.'],
    ['Closed, {name}', nobody, 'Closed'],
    ['Closed, {name}, until Monday', nobody, 'Closed, until Monday'],
    ['Closed, {name}. Open soon.', values, 'Closed, Ana. Open soon.'],
    ['{agent} ${name} {{name}}', values, '{agent} $Ana {Ana}'],
  ])('%p', (text, given, expected) => {
    expect(fillIn(text, given)).toEqual(expected)
  })

  it('takes a name for a name, whatever it looks like', () => {
    const name = '{channel} ${1+1} $& $1 {{opensAt}}'
    expect(fillIn('Hello {name}', { ...values, name })).toEqual(`Hello ${name}`)
  })

  it('names what stands for nothing', () => {
    expect(unknownPlaceholder('{name} {opensat} {} {50 %}')).toBeNull()
    expect(unknownPlaceholder('Hello {name} {surname}')).toEqual('{surname}')
  })
})

describe('of the rules', () => {
  const hours = {
    timeZone: 'UTC',
    openingHours: [{ weekday: 1, from: '09:00', to: '17:00' }],
    holidays: [],
  }
  const MONDAY_NOON = new Date('2026-11-23T12:00:00Z')
  const SUNDAY = new Date('2026-11-22T12:00:00Z')

  const rule = (condition: Rule['condition'], more: Partial<Rule> = {}) => ({
    condition,
    kinds: ['SMS' as const],
    keywords: ['menu'],
    wholeMessage: false,
    isEnabled: true,
    ...more,
  })
  const conditions = (
    rules: Rule[],
    body = 'Hello',
    now = MONDAY_NOON,
    kind: 'SMS' | 'WHATSAPP' = 'SMS'
  ) =>
    fittingRules(rules, { kind, body, now, hours }).map(
      ({ condition }) => condition
    )
  const ALL = [
    rule('KEYWORD'),
    rule('FIRST_MESSAGE'),
    rule('OUTSIDE_HOURS'),
    rule('ALWAYS'),
  ]

  it('the first that fits for sure is the last to be asked', () => {
    expect(conditions(ALL, 'The menu, please')).toEqual(['KEYWORD'])
    expect(conditions(ALL)).toEqual(['FIRST_MESSAGE', 'ALWAYS'])
    expect(conditions(ALL, 'Hello', SUNDAY)).toEqual([
      'FIRST_MESSAGE',
      'OUTSIDE_HOURS',
    ])
  })

  it('those that are off, or of another kind, are not asked', () => {
    const off = rule('ALWAYS', { isEnabled: false })
    const chat = rule('ALWAYS', { kinds: ['WHATSAPP'] })
    expect(conditions([off, chat])).toEqual([])
    expect(conditions([off, chat], 'Hello', MONDAY_NOON, 'WHATSAPP')).toEqual([
      'ALWAYS',
    ])
  })
})
