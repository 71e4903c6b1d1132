import http, { type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

import { Repeater } from '@graphql-yoga/subscription'
import type { ExecutionResult } from 'graphql'
import { GraphQLError } from 'graphql'

import { Audience } from './audience'

const told = (n: number) => `event: next\ndata: {"data":{"n":${n}}}\n\n`

/** An audience, and a server that lets each request join it. */
const begin = async (
  execute = async (n: number): Promise<ExecutionResult> => ({ data: { n } })
) => {
  let say!: (n: number) => void
  let endSource!: () => void
  let sourceEnded = false
  let ends = 0
  let joined = 0
  let cut = 0
  const source = new Repeater<number>(async (push, stop) => {
    say = (n) => void push(n)
    endSource = stop
    await stop
    sourceEnded = true
  })
  const audience = new Audience(source, execute, () => (ends += 1))

  // As Yoga: a head with a first ping, then what the iterator brings, then the end.
  const answer = async (
    response: ServerResponse,
    results: AsyncIterable<ExecutionResult>,
    type: string
  ) => {
    response.setHeader('content-type', type)
    response.write(':\n\n')
    for await (const result of results) {
      response.write(`long way: ${JSON.stringify(result)}\n\n`)
    }
    response.end('complete')
  }
  let begun: Promise<void> = Promise.resolve()
  const server = http.createServer(async (request, response) => {
    const results = audience.join(response)
    joined += 1
    response.once('close', () => (cut += 1))
    const type =
      request.url === '/json' ? 'application/json' : 'text/event-stream'
    await begun
    void answer(response, results, type)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  servers.push(server)

  return {
    say: (...numbers: number[]) => numbers.forEach(say),
    endSource: () => endSource(),
    ends: () => ends,
    joined: () => joined,
    cut: () => cut,
    sourceEnded: () => sourceEnded,
    holdHeads: () => {
      let release!: () => void
      begun = new Promise((resolve) => (release = resolve))
      return release
    },
    join: (path = '/') => join(port, path),
  }
}

const servers: http.Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

const until = async (happened: () => boolean) => {
  const patience = performance.now() + 4_000
  while (!happened()) {
    if (performance.now() > patience) {
      throw new Error(`It has not happened: ${happened}`)
    }
    await wait(2)
  }
}

const join = async (port: number, path: string) => {
  let text = ''
  let response: http.IncomingMessage | undefined
  const request = http.get({ port, path, agent: false }, (answer) => {
    response = answer
    answer.setEncoding('utf8')
    answer.on('data', (more) => (text += more))
    answer.on('error', () => {})
  })
  request.on('error', () => {})
  return {
    heard: () => text.replaceAll(':\n\n', ''),
    begun: () => until(() => text.startsWith(':')),
    ended: () => until(() => response?.readableEnded ?? false),
    leave: () => request.destroy(),
    stopReading: () => response?.pause(),
  }
}

it('tells all the same, each event executed once, in order', async () => {
  const executed: number[] = []
  const { say, ...audience } = await begin(async (n) => {
    executed.push(n)
    await wait(n === 1 ? 20 : 1)
    return { data: { n } }
  })
  const [a, b] = [await audience.join(), await audience.join()]
  await Promise.all([a.begun(), b.begun()])
  say(1, 2, 3)
  await until(() => b.heard().includes(told(3)))
  await until(() => a.heard().includes(told(3)))
  expect(a.heard()).toEqual(told(1) + told(2) + told(3))
  expect(b.heard()).toEqual(a.heard())
  expect(executed).toEqual([1, 2, 3])
})

it('keeps what happens before a response has begun', async () => {
  const { say, ...audience } = await begin()
  const early = await audience.join()
  await early.begun()
  const release = audience.holdHeads()
  const late = await audience.join()
  await until(() => audience.joined() === 2)
  say(1)
  await until(() => early.heard() !== '')
  release()
  await late.begun()
  say(2)
  await until(() => late.heard().includes(told(2)))
  expect(late.heard()).toEqual(told(1) + told(2))
})

it('sends a result with errors the long way, where it is masked, and what follows after it', async () => {
  const { say, ...audience } = await begin(async (n) =>
    n === 2
      ? { data: null, errors: [new GraphQLError('secret')] }
      : { data: { n } }
  )
  const listener = await audience.join()
  await listener.begun()
  say(1, 2, 3)
  await until(() => listener.heard().includes('"n":3'))
  expect(listener.heard()).toMatch(
    /^event: next\ndata: \{"data":\{"n":1\}\}\n\nlong way: .*secret.*\n\nlong way: \{"data":\{"n":3\}\}\n\n$/
  )
})

it('reaches who is answered by another response than this one', async () => {
  const { say, ...audience } = await begin()
  const listener = await audience.join('/json')
  await listener.begun()
  say(7)
  await until(() => listener.heard() !== '')
  expect(listener.heard()).toEqual('long way: {"data":{"n":7}}\n\n')
})

it('ends its source with the last who leaves, and not before', async () => {
  const { say, ...audience } = await begin()
  const [a, b] = [await audience.join(), await audience.join()]
  await Promise.all([a.begun(), b.begun()])
  a.leave()
  say(1)
  await until(() => b.heard() === told(1))
  expect(audience.sourceEnded()).toBe(false)
  b.leave()
  await until(audience.sourceEnded)
  expect(audience.ends()).toBeGreaterThan(0)
})

it('ends with its source, having told everything', async () => {
  const { say, ...audience } = await begin()
  const listener = await audience.join()
  await listener.begun()
  say(1, 2)
  audience.endSource()
  await listener.ended()
  expect(listener.heard()).toEqual(`${told(1)}${told(2)}complete`)
  expect(audience.ends()).toBeGreaterThan(0)
})

it('lets go of who reads nothing, and goes on for the others', async () => {
  const filling = 'x'.repeat(256 * 1024)
  const { say, ...audience } = await begin(async (n) => ({
    data: { n, filling },
  }))
  const [reads, sleeps] = [await audience.join(), await audience.join()]
  await Promise.all([reads.begun(), sleeps.begun()])
  sleeps.stopReading()
  for (let n = 1; n <= 60; n++) {
    say(n)
    await until(() => reads.heard().includes(`{"n":${n},`))
  }
  await until(() => audience.cut() === 1)
  say(61)
  await until(() => reads.heard().includes('{"n":61,'))
})
