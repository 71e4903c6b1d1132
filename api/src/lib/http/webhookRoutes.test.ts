import { readFileSync } from 'node:fs'
import http from 'node:http'
import { join } from 'node:path'

import fastify, { type FastifyInstance } from 'fastify'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks'

import { LAMBDA_FUNCTIONS } from '@redwoodjs/api-server/dist/plugins/lambdaLoader'

import { handler as twilioCallback } from 'src/functions/twilioCallback/twilioCallback'
import { handler as twilioMessage } from 'src/functions/twilioMessage/twilioMessage'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { parseForm } from 'src/lib/twilio/parseForm'

import { webhookRoutes } from './webhookRoutes'

type Params = Record<string, string | string[]>

interface Vector {
  name: string
  url: string
  params: Params
}

const vectors: Vector[] = JSON.parse(
  readFileSync(
    join(__dirname, '../twilio/fixtures/signatureVectors.json'),
    'utf8'
  )
)

const KB = 1024
const MB = 1024 * KB

let server: FastifyInstance
let port: number

beforeAll(async () => {
  Object.assign(LAMBDA_FUNCTIONS, { twilioCallback, twilioMessage })
  server = fastify()
  server.register(webhookRoutes)
  await server.listen({ port: 0, host: '127.0.0.1' })
  port = (server.server.address() as { port: number }).port
})

afterAll(() => server.close())

beforeEach(emptyDatabase)

/** Byte for byte, which `fetch` is not: it puts the path into its own form. */
const post = (
  path: string,
  body: string | Buffer,
  signature: string | null
): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const request = http.request(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path,
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
          'content-length': Buffer.byteLength(body),
          ...(signature === null ? {} : { 'x-twilio-signature': signature }),
        },
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode))
      }
    )
    request.on('error', reject)
    request.end(body)
  })

const publicUrl = (path: string) =>
  `${config.publicOrigin}/.redwood/functions${path}`

const sign = (path: string, params: Params, token = config.twilio.authToken) =>
  getExpectedTwilioSignature(token, publicUrl(path), params)

const encode = (params: Params) =>
  new URLSearchParams(
    Object.entries(params).flatMap(([name, values]) =>
      [values].flat().map((value) => [name, value])
    )
  ).toString()

const events = () => db.statusEvent.findMany()

describe.each(vectors.map((vector): [string, Vector] => [vector.name, vector]))(
  '%s',
  (_name, { url, params }) => {
    const start = url.indexOf('?')
    const query = start < 0 ? '' : url.slice(start)
    const path = `/twilioCallback${query}`
    const body = encode(params)

    it('is taken, and kept as it was signed', async () => {
      expect(await post(path, body, sign(path, params))).toEqual(204)
      expect(await events()).toMatchObject([{ params }])
    })

    const first = Object.keys(params)[0] ?? 'a'
    const others = { ...params, [first]: 'tampered' }
    const fewer = Object.fromEntries(Object.entries(params).slice(1))
    const more = { ...params, Extra: '1' }
    const signature = sign(path, params)
    it.each<[string, string, string, string | null]>([
      ['a parameter more', path, encode(more), signature],
      ['another value', path, encode(others), signature],
      [
        'a parameter less',
        path,
        first in params ? encode(fewer) : 'a=',
        signature,
      ],
      ['another query', `${path}${query ? '&' : '?'}x=1`, body, signature],
      ['the path of another', `/twilioMessage${query}`, body, signature],
      [
        'another signature',
        path,
        body,
        signature.replace(/^./, (one) => (one === 'A' ? 'B' : 'A')),
      ],
      ['a shorter signature', path, body, signature.slice(1)],
      ['an empty signature', path, body, ''],
      ['no signature', path, body, null],
      ['another token', path, body, sign(path, params, 'f'.repeat(32))],
    ])('is refused with %s', async (_what, sentTo, sent, signed) => {
      expect(await post(sentTo, sent, signed)).toEqual(403)
      expect(await events()).toEqual([])
    })
  }
)

describe('a body that is not UTF-8', () => {
  const bytes = Buffer.concat([
    Buffer.from('MessageSid=SM1&MessageStatus=sent&Body=a'),
    Buffer.from([0xff, 0xc3]),
    Buffer.from('b%FF'),
  ])
  const params = { ...parseForm(bytes.toString()) }

  it('is verified as it is decoded, and kept', async () => {
    expect(params.Body).toEqual('a\uFFFD\uFFFDb\uFFFD')
    const signature = sign('/twilioCallback', params)
    expect(await post('/twilioCallback', bytes, signature)).toEqual(204)
    expect(await events()).toMatchObject([{ params }])
  })

  it('is refused unsigned, like any other', async () => {
    expect(await post('/twilioCallback', bytes, null)).toEqual(403)
  })

  it('is as long as its bytes', async () => {
    const filling = Buffer.alloc(64 * KB - 2, 0xff)
    const largest = Buffer.concat([Buffer.from('x='), filling])
    const signature = sign('/twilioCallback', parseForm(largest.toString()))
    expect(await post('/twilioCallback', largest, signature)).toEqual(204)
  })
})

it.each([64 * KB + 1, MB, 5 * MB, 20 * MB])(
  'a body of %i bytes is read to its end, and its sender hears why it is refused',
  async (size) => {
    const body = Buffer.alloc(size, 'a')
    expect(await post('/twilioCallback', body, null)).toEqual(413)
  }
)
