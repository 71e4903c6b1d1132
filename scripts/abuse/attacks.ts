import http from 'node:http'
import { connect } from 'node:net'

/** Runs as many at a time, and gives all that came of them; what broke off is null. */
async function many<Result>(
  count: number,
  atATime: number,
  act: (n: number) => Promise<Result>
): Promise<(Result | null)[]> {
  const results: (Result | null)[] = []
  let next = 0
  const work = async () => {
    while (next < count) {
      const n = next
      next += 1
      results[n] = await act(n).catch(() => null)
    }
  }
  await Promise.all(Array.from({ length: atATime }, work))
  return results
}

const statusOf = async (asked: Promise<Response>) => {
  const response = await asked
  await response.text()
  return response.status
}

const EVERYTHING = 'subscription { inboxChanged { __typename } }'

/** Opens streams, and keeps them. One that is refused has a head, too; then it says so and ends. */
export async function openStreams(
  url: string,
  key: string,
  count: number,
  query = EVERYTHING
) {
  const open = () =>
    new Promise<http.IncomingMessage>((resolve, reject) => {
      const request = http.request(`${url}/graphql/stream`, {
        method: 'POST',
        agent: false,
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          accept: 'text/event-stream',
        },
      })
      request.on('error', reject)
      request.on('response', (response) => {
        response.on('error', () => {})
        response.once('close', () => {
          closed += 1
        })
        response.resume()
        resolve(response)
      })
      request.end(JSON.stringify({ query }))
    })
  let closed = 0
  const streams = await many(count, 50, open)
  return {
    countOpen: () => streams.length - closed,
    close: () => streams.forEach((each) => each?.destroy()),
  }
}

/** Connections on which something begins and never ends: headers, a body, or nothing at all. */
export function crawl(url: string, count: number) {
  const { port } = new URL(url)
  const beginnings = [
    '',
    'POST /graphql HTTP/1.1\r\nhost: x\r\n',
    'POST /auth HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\ncontent-type: application/json\r\n\r\n{',
  ]
  const sockets = Array.from({ length: count }, (_, n) => {
    const socket = connect(Number(port), 'localhost')
    socket.on('error', () => {})
    socket.write(beginnings[n % beginnings.length])
    return socket
  })
  // A byte now and then.
  const timer = setInterval(() => {
    sockets.forEach((socket, n) => n % 3 === 1 && socket.write('x'))
  }, 2_000)
  return {
    close: () => {
      clearInterval(timer)
      sockets.forEach((socket) => socket.destroy())
    },
  }
}

/** The first line of what is answered to a text; empty where the connection is closed. */
const say = (url: string, text: string) =>
  new Promise<string>((resolve, reject) => {
    let answer = ''
    const { port } = new URL(url)
    const socket = connect(Number(port), 'localhost', () => socket.end(text))
    socket.on('data', (data) => (answer += data))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer.split('\r\n')[0]))
  })

export const sendLargeHeaders = (url: string, count: number) =>
  many(count, 10, () =>
    say(
      url,
      `GET /health HTTP/1.1\r\nhost: x\r\ncookie: ${'x'.repeat(64 * 1024)}\r\n\r\n`
    )
  )

const BOMBS = [
  `{ ${Array.from({ length: 150 }, (_, n) => `a${n}: labels { id }`).join(' ')} }`,
  `{ conversation(id: "none") { ${'lastMessage { conversation { '.repeat(20)} id ${'} } '.repeat(20)} } }`,
  '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  `{ labels { id ${'@include(if: true) '.repeat(100)} } }`,
  `{ labels { ${'id '.repeat(5_000)} } }`,
]

/** How many documents that are bombs were answered with data. */
export async function sendBombs(url: string, key: string, count: number) {
  const answers = await many(count, 10, async (n) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query: BOMBS[n % BOMBS.length] }),
    })
    const { data } = (await response.json()) as { data?: object }
    return data
  })
  return answers.filter((data) => data).length
}

/** A list of passwords for one account, from one place. */
export const tryPasswords = (url: string, username: string, count: number) =>
  many(count, 20, (n) =>
    statusOf(
      fetch(`${url}/auth`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': '198.51.100.7',
        },
        body: JSON.stringify({
          method: 'login',
          username,
          password: `guess ${n} ${'x'.repeat(n % 5 === 0 ? 400_000 : 0)}`,
        }),
      })
    )
  )

/** Reports that Twilio never made. */
export const forgeCallbacks = (url: string, count: number) =>
  many(count, 20, () =>
    statusOf(
      fetch(`${url}/twilioCallback`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': 'Zm9yZ2Vk',
        },
        body: 'MessageSid=SM00000000000000000000000000000000&MessageStatus=delivered',
      })
    )
  )

/** Bodies that are no JSON, or are nested without end. */
export const sendNonsense = (url: string, count: number) =>
  many(count, 5, (n) =>
    statusOf(
      fetch(`${url}/${n % 2 ? 'auth' : 'graphql'}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: n % 4 < 2 ? '['.repeat(400_000) : '{"method":',
      })
    )
  )

/** What a page of somebody else's sends along with whoever looks at it. */
export const postFromElsewhere = (url: string, count: number) =>
  many(count, 10, () =>
    statusOf(
      fetch(`${url}/auth`, {
        method: 'POST',
        headers: { origin: 'https://evil.example', cookie: 'session_1=x' },
        body: '{"method":"logout"}',
      })
    )
  )
