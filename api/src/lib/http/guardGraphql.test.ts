import { startServer } from 'test-support/hardServer'

import { guardGraphql } from './guardGraphql'

let origin: string

beforeAll(async () => {
  const started = await startServer((server) => {
    server.addHook('onRequest', guardGraphql)
    server.all('/graphql', async () => 'fine')
    server.all('/graphql/stream', async () => 'fine')
  })
  origin = started.origin
})

const json = { 'content-type': 'application/json' }

it.each([
  ['by PUT', 405, 'PUT', '/graphql/stream', {}],
  ['by DELETE', 405, 'DELETE', '/graphql/stream?operationId=1', {}],
  [
    'on a stream that is reserved',
    400,
    'POST',
    '/graphql/stream',
    { ...json, 'x-graphql-event-stream-token': 'x' },
  ],
  ['by the token of one', 400, 'GET', '/graphql/stream?token=x', {}],
  [
    'by a form',
    415,
    'POST',
    '/graphql',
    { 'content-type': 'multipart/form-data; boundary=x' },
  ],
  [
    'by a simple form',
    415,
    'POST',
    '/graphql',
    { 'content-type': 'application/x-www-form-urlencoded' },
  ],
  ['by text', 415, 'POST', '/graphql', { 'content-type': 'text/plain' }],
  ['by nothing', 415, 'POST', '/graphql', {}],
  [
    'by JSON',
    200,
    'POST',
    '/graphql',
    { 'content-type': 'Application/JSON; charset=utf-8' },
  ],
  ['by GET', 200, 'GET', '/graphql/stream?query={a}', {}],
])(
  'GraphQL that is asked %s is answered with %d',
  async (_how, status, method, path, headers) => {
    const response = await fetch(origin + path, {
      method,
      headers: headers as never,
    })
    expect(response.status).toEqual(status)
  }
)
