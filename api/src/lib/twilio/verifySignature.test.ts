import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks'

import { config } from 'src/lib/config/config'

import { parseForm } from './parseForm'
import { verifySignature } from './verifySignature'

type Params = Record<string, string | string[]>

interface Vector {
  name: string
  url: string
  params: Params
  token: string
  sig: string
}

// Made with Twilio's own packages; the first three stand in its documentation.
const all: Vector[] = JSON.parse(
  readFileSync(join(__dirname, 'fixtures', 'signatureVectors.json'), 'utf8')
)
const each = all.map((vector): [string, Vector] => [vector.name, vector])

const withTokens = (...signingTokens: string[]) => {
  jest.replaceProperty(config.twilio, 'signingTokens', signingTokens)
}

const without = (params: Params, name: string) =>
  Object.fromEntries(Object.entries(params).filter(([key]) => key !== name))

describe.each(each)('%s', (_name, vector) => {
  const { url, params, token, sig } = vector

  it('is Twilio’s', () => {
    withTokens(token)
    expect(verifySignature(sig, url, params)).toEqual(true)
  })

  it('is Twilio’s with the secondary token', () => {
    withTokens('another token', token)
    expect(verifySignature(sig, url, params)).toEqual(true)
  })

  const [name] = Object.keys(params)
  it.each<[string, string, string, Params]>([
    ['a parameter more', sig, url, { ...params, Extra: '1' }],
    [
      'another value',
      sig,
      url,
      name ? { ...params, [name]: 'tampered' } : { a: '' },
    ],
    ['a parameter less', sig, url, name ? without(params, name) : { a: '' }],
    [
      'another host',
      sig,
      url.replace(/\/\/[^/]+/, '//evil.example.com'),
      params,
    ],
    ['another path', sig, url.replace(/(\/\/[^/]+\/)/, '$1x'), params],
    ['another query', sig, `${url}${url.includes('?') ? '&' : '?'}x=1`, params],
    [
      'another scheme',
      sig,
      url.replace(/^https?/, (scheme) =>
        scheme === 'http' ? 'https' : 'http'
      ),
      params,
    ],
    [
      'another signature',
      sig.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
      url,
      params,
    ],
    ['a shorter signature', sig.slice(1), url, params],
    ['no signature', '', url, params],
  ])('is not, with %s', (_what, signature, sentUrl, sentParams) => {
    withTokens(token)
    expect(verifySignature(signature, sentUrl, sentParams)).toEqual(false)
  })

  it('is not, with another token', () => {
    withTokens('another token', `${token}0`)
    expect(verifySignature(sig, url, params)).toEqual(false)
  })
})

it('has all the vectors', () => {
  expect(all.length).toEqual(21)
})

describe('a form, decoded as Twilio signs it', () => {
  it.each([
    [
      'blanks and plus signs',
      'Body=+a+%2B1%20&To=',
      { Body: ' a +1 ', To: '' },
    ],
    ['emoji', 'Body=%F0%9F%91%8B%F0%9F%8F%BD', { Body: '👋🏽' }],
    ['repeated names', 'a=2&b=1&a=1&a=2', { a: ['2', '1', '2'], b: '1' }],
    [
      'dotted names',
      'MessagingBinding.Type=SMS',
      { 'MessagingBinding.Type': 'SMS' },
    ],
    ['invalid escapes', 'Body=100%&x=%ZZ', { Body: '100%', x: '%ZZ' }],
    ['nothing', '', {}],
    ['a name without a value', 'Body', { Body: '' }],
  ])('%s', (_what, body, params) => {
    expect({ ...parseForm(body) }).toEqual(params)
  })

  it('takes a dangerous name for a name', () => {
    const params = parseForm('__proto__=1&constructor=2&toString=3')
    expect(Object.keys(params)).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    withTokens('token')
    const url = 'https://inbox.example.com/'
    const signature = getExpectedTwilioSignature('token', url, params)
    expect(verifySignature(signature, url, params)).toEqual(true)
    expect(
      verifySignature(signature, url, parseForm('constructor=2&toString=3'))
    ).toEqual(false)
  })
})

it('is not deceived by a hash of another body in the URL', () => {
  // The bodySHA256 scheme is for JSON; our webhooks are forms, which are signed themselves.
  const hash = createHash('sha256').update('{}').digest('hex')
  const url = `https://inbox.example.com/?bodySHA256=${hash}`
  withTokens('token')
  const signature = getExpectedTwilioSignature('token', url, {})
  expect(verifySignature(signature, url, { Body: 'forged' })).toEqual(false)
})
