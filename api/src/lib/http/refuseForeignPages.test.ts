import { refusals, startServer } from 'test-support/hardServer'

import { config } from 'src/lib/config/config'

import { refuseForeignPages } from './refuseForeignPages'

let origin: string

beforeAll(async () => {
  const started = await startServer((server) => {
    server.addHook('onRequest', refuseForeignPages)
    server.all('/graphql/stream', async () => 'fine')
  })
  origin = started.origin
})

const post = (headers: Record<string, string>, method = 'POST') =>
  fetch(origin, { method, headers })

it.each([
  ['of another site', { origin: 'https://evil.example' }],
  ['of nowhere', { origin: 'null' }],
  ['of another port', { origin: 'http://127.0.0.1:1' }],
  ['that hides where it is from', { 'sec-fetch-site': 'cross-site' }],
  ['of another subdomain', { 'sec-fetch-site': 'same-site' }],
])('a page %s does nothing by a login', async (_what, headers) => {
  const response = await post({
    cookie: 'session_8911=x',
    ...headers,
  } as never)
  expect(response.status).toEqual(403)
  expect((await response.json()).errors[0].extensions.code).toEqual('FORBIDDEN')
  // By a key, which it does not have, it could.
  const authorization = 'Bearer hg_key'
  const byKey = await post({ authorization, ...headers } as never)
  expect(byKey.status).toEqual(200)
})

it('a page of another origin logs nobody in as somebody else', async () => {
  const before = await refusals('foreign_page')
  const headers = { origin: 'null', 'content-type': 'text/plain' }
  expect((await post(headers)).status).toEqual(403)
  expect(await refusals('foreign_page')).toEqual(before + 1)
})

it('a page of another origin opens no stream by a login, and may be led here', async () => {
  const headers = { cookie: 'session_8911=x', origin: 'http://127.0.0.1:1' }
  const read = async (path: string) =>
    (await fetch(origin + path, { headers })).status
  expect(await read('/graphql/stream?query={a}')).toEqual(403)
  expect(await read('/')).toEqual(200)
})

it('our own page does, at either port, and so does what is no browser', async () => {
  const cookie = 'session_8911=x'
  const statuses = await Promise.all(
    [
      { cookie, origin: config.publicOrigin },
      { cookie, origin: origin },
      { cookie },
    ].map(async (headers) => (await post(headers as never)).status)
  )
  expect(statuses).toEqual([200, 200, 200])
})
