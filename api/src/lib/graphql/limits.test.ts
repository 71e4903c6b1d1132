import { emptyDatabase } from 'test-support/emptyDatabase'
import {
  ask,
  codeOf,
  type Credentials,
  keyFor,
  leave,
  NOBODY,
  open,
  type Stream,
} from 'test-support/graphql'
import { v7 as newId } from 'uuid'

import { config } from 'src/lib/config/config'
import { publish } from 'src/lib/live/publish'
import { registry } from 'src/lib/metrics/registry'

import { guardIntrospection } from './guardIntrospection'

const openStreams = async () => {
  const metric = registry.getSingleMetric('heliograph_live_connections')
  const { values } = await (metric as NonNullable<typeof metric>).get()
  return values[0].value
}

const LIVE = 'subscription { inboxChanged { __typename } }'

let admin: Credentials

beforeEach(async () => {
  await emptyDatabase()
  admin = await keyFor('ADMIN')
})

const nested = (depth: number) =>
  `{ conversation(id: "none") { ${'lastMessage { conversation { '.repeat(depth)} id ${'} } '.repeat(depth)} } }`

it.each([
  [
    'a thousand aliases',
    `{ ${Array.from({ length: 1000 }, (_, n) => `a${n}: labels { id }`).join(' ')} }`,
  ],
  [
    'sixteen aliases',
    `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: labels { id }`).join(' ')} }`,
  ],
  ['a document of great depth', nested(8)],
  ['a document that goes on for ever', `{ labels { ${'id '.repeat(2000)} } }`],
  [
    'a hundred directives',
    `{ labels { id ${'@include(if: true) '.repeat(100)} } }`,
  ],
  [
    'fragments that contain each other',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  ],
])('%s is refused before it is executed', async (_what, bomb) => {
  const { data, errors } = await ask(admin, bomb)
  expect(data).toBeUndefined()
  expect(errors?.length).toBeGreaterThan(0)
})

it('the service goes on after them', async () => {
  expect((await ask(admin, '{ labels { id } }')).data).toEqual({ labels: [] })
})

it('who has no login and no key is told to wait, and nobody else', async () => {
  const asked = async () => codeOf(await ask(NOBODY, '{ labels { id } }'))
  let answer = await asked()
  for (let n = 0; n <= config.anonymousPerMinute; n++) {
    if (answer === 'RATE_LIMITED') {
      break
    }
    answer = await asked()
  }
  expect(answer).toEqual('RATE_LIMITED')
  expect((await ask(admin, '{ labels { id } }')).errors).toBeUndefined()
})

it('a key holds so many streams open and no more, which leaves others theirs', async () => {
  const agent = await keyFor('AGENT')
  const streams: Stream[] = []
  for (let n = 0; n < config.streamsPerUser; n++) {
    streams.push(await open(agent, LIVE))
  }
  const one = await open(agent, LIVE)
  expect(codeOf(await one.next())).toEqual('RATE_LIMITED')
  const others = await open(admin, LIVE)
  await Promise.all([...streams, one, others].map((each) => each.close()))
})

it('who is gone before the stream has begun holds none', async () => {
  const agent = await keyFor('AGENT')
  await Promise.all(
    Array.from({ length: config.streamsPerUser + 1 }, () => leave(agent, LIVE))
  )
  const stream = await open(agent, LIVE)
  publish({ kind: 'presenceChanged', conversationId: newId() })
  expect((await stream.next()).data).toEqual({
    inboxChanged: { __typename: 'PresenceChanged' },
  })
  // Those of other tests are closing, these never began.
  while ((await openStreams()) > 1) {
    await new Promise(setImmediate)
  }
  await stream.close()
})

describe('introspection', () => {
  const asks = async (roles: string[] | null, query: string) => {
    const { parse } = await import('graphql')
    const setResultAndStopExecution = jest.fn()
    const args = {
      document: parse(query),
      contextValue: { currentUser: roles && { roles } },
    }
    guardIntrospection.onExecute({
      args: args as never,
      setResultAndStopExecution,
    })
    const [result] = setResultAndStopExecution.mock.calls[0] ?? []
    return result?.errors[0].extensions.code ?? null
  }

  it.each([
    [null, 'UNAUTHENTICATED'],
    [['VIEWER'], 'FORBIDDEN'],
    [['AGENT'], 'FORBIDDEN'],
    [['ADMIN'], null],
  ])('by %j is answered with %s', async (roles, code) => {
    expect(await asks(roles, '{ __schema { types { name } } }')).toEqual(code)
    expect(await asks(roles, '{ t: __type(name: "User") { name } }')).toEqual(
      code
    )
  })

  it('is not what asks for the type of something', async () => {
    expect(await asks(['VIEWER'], '{ labels { __typename } }')).toBeNull()
  })
})
