import fc from 'fast-check'

import { hideSecrets } from './hideSecrets'
import { maskNumber } from './maskNumber'
import { maskText } from './maskText'

it.each([
  ['14155550100', '+1********00'],
  ['4915112345678', '+49*********78'],
  ['35312345678', '+353******78'],
  ['79161234567', '+7********67'],
  ['12', '+112'],
])('of %s it leaves the country and the end: %s', (number, masked) => {
  expect(maskNumber(number)).toEqual(masked)
})

it.each([
  ["The 'To' number +14155550100 is not a valid phone number.", '4155550100'],
  ['From=whatsapp%3A%2B14155550100&To=%2b491511234567', '415555|1511234'],
  ['Call +1 (415) 555-0100 now', '555-01'],
  ['{"WaId":"14155550100"}', '415555'],
  ["The 'To' number 14155550100 is not valid", '415555'],
  ['Key (address)=(+14155550100) already exists.', '415555'],
])('a number is nowhere to be read: %s', (text, number) => {
  const masked = maskText(text)
  expect(masked).not.toMatch(new RegExp(number))
  expect(masked).toContain('+')
})

it.each([
  '{"level":30,"time":1764490000123,"pid":42,"n":[14155550100,2]}',
  '{"sid":"SM00000000000000000000000000000000"}',
  '{"messageId":"01909090-0000-7000-8000-000000000000"}',
  '2026-11-30T08:25:49.123+00:00',
  '{"name":"TypeError","message":"It broke","code":"40P01"}',
])('what is no number stays: %s', (text) => {
  expect(maskText(text)).toEqual(text)
})

it.each([
  '{"params":{"Body":"Is it \\"ready\\"?"},"n":1}',
  '{"msg":"sent {\\"body\\":\\"Is it ready?\\"} at once"}',
  'Body=Is+it+ready%3F&From=x',
  '{"headers":{"authorization":"Bearer Is-it-ready"}}',
  'Authorization: Bearer Is-it-ready',
  'session=ready; Path=/',
  'https://x.test/media/1?expires=2&signature=ready',
  'postgresql://heliograph:ready@127.0.0.1:54329/heliograph',
  'hg_ready_ready_ready',
  'whsec_ready/ready+ready==',
  '{"msg":"Variable \\"$body\\" got invalid value \\"Is it ready?\\"; String cannot represent it","n":1}',
  '{"msg":"Variable \\"$body\\" got invalid value [\\"ready\\"]; String cannot represent a non string value: [\\"ready\\"]","n":1}',
  '{"msg":"Syntax Error: Expected Name, found String \\"Is it ready?\\".","n":1}',
])('a text or a secret is nowhere to be read: %s', (text) => {
  expect(maskText(text)).not.toContain('ready')
})

it('leaves JSON what it is, whatever is in it', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('body', 'msg', 'params', 'time', 'to'),
        fc.oneof(
          fc.integer(),
          fc.array(fc.integer({ min: 1_000_000_000 })),
          fc.string(),
          fc.constantFrom(
            'got invalid value "x"; y',
            'Bearer abcdefgh"',
            '+1 415 555 0100',
            'body=\\"',
            '{"body":"a\\"b"}'
          ),
          fc.string().map((body) => JSON.stringify({ body }))
        )
      ),
      (fields) => {
        const line = JSON.stringify(fields)
        expect(Object.keys(JSON.parse(maskText(line)))).toEqual(
          Object.keys(fields)
        )
      }
    )
  )
})

it('hides what is known to be secret, as it stands in JSON and in a URL, but no common word', () => {
  const hide = hideSecrets(['a"secret/token', 'short', undefined])
  expect(hide(JSON.stringify({ any: 'a"secret/token' }))).toEqual(
    '{"any":"[removed]"}'
  )
  expect(hide('?x=a%22secret%2Ftoken')).toEqual('?x=[removed]')
  expect(hide('a short one')).toEqual('a short one')
  expect(hideSecrets([])('as it is')).toEqual('as it is')
})
