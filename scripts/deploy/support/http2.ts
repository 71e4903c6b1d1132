import { once } from 'node:events'
import http2 from 'node:http2'
import { text } from 'node:stream/consumers'
import type { TestContext } from 'node:test'

import type { Caddy } from './caddy'

export interface Answer {
  status: number
  headers: http2.IncomingHttpHeaders
  body: string
}

export interface Connection {
  /** A stream of the one connection; the head of its answer is there when it resolves. */
  open: (
    path: string,
    init?: { method?: string; headers?: Record<string, string>; body?: string }
  ) => Promise<{
    stream: http2.ClientHttp2Stream
    headers: http2.IncomingHttpHeaders & http2.IncomingHttpStatusHeader
  }>
  ask: (...request: Parameters<Connection['open']>) => Promise<Answer>
}

/** One connection over HTTP/2, as a browser has, which trusts Caddy's own authority. */
export async function connect(
  t: TestContext,
  { origin, authority }: Caddy
): Promise<Connection> {
  const session = http2.connect(origin, { ca: authority })
  // What is broken by the end of the test is nobody's loss.
  session.on('error', () => {})
  t.after(() => session.destroy())
  await once(session, 'connect')
  const open: Connection['open'] = async (
    path,
    { method = 'GET', headers = {}, body } = {}
  ) => {
    const stream = session.request({
      ':path': path,
      ':method': method,
      ...headers,
    })
    stream.end(body)
    const [answered] = await once(stream, 'response')
    return { stream, headers: answered }
  }
  return {
    open,
    ask: async (...request) => {
      const { stream, headers } = await open(...request)
      return {
        status: Number(headers[':status']),
        headers,
        body: await text(stream),
      }
    },
  }
}
