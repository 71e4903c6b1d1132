import http from 'node:http'
import type { AddressInfo } from 'node:net'

import { validateRequest } from 'twilio'

/** A webhook request as the application gets it. */
export interface ReceivedRequest {
  method: string
  /** With the query, as the request line had it. */
  path: string
  headers: http.IncomingHttpHeaders
  params: Record<string, string>
  /** The names of the parameters in the order in which they came. */
  order: string[]
  /** What `twilio`'s own validator says to the signature. */
  signed: boolean
}

export interface ReceiverAnswer {
  status?: number
  contentType?: string
  body?: string
  /** Breaks the connection instead: before the answer, or half-way through it. */
  breaks?: 'before' | 'half-way'
  /** Resolves when the answer may go out. */
  when?: Promise<unknown>
}

/** A little application: keeps every request, checks its signature, answers as it is told. */
export interface Receiver {
  url: (path: string) => string
  received: ReceivedRequest[]
  /** Answers for the next requests, in order; afterwards, and by default, 204. */
  answers: ReceiverAnswer[]
  close: () => Promise<void>
}

export async function startReceiver(authToken: string): Promise<Receiver> {
  const received: ReceivedRequest[] = []
  const answers: ReceiverAnswer[] = []

  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const form = new URLSearchParams(Buffer.concat(chunks).toString())
    const params = Object.fromEntries(form)
    const path = request.url ?? ''
    received.push({
      method: request.method ?? '',
      path,
      headers: request.headers,
      params,
      order: [...form.keys()],
      signed: validateRequest(
        authToken,
        String(request.headers['x-twilio-signature']),
        url(path),
        params
      ),
    })
    const answer = answers.shift() ?? {}
    const { status = 204, contentType, body = '', breaks, when } = answer
    await when
    if (breaks === 'before') return request.socket.resetAndDestroy()
    if (contentType) response.setHeader('content-type', contentType)
    if (breaks === 'half-way') {
      response.writeHead(status, { 'content-length': 100 })
      response.write('half')
      setImmediate(() => request.socket.destroy())
      return
    }
    response.writeHead(status)
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = (path: string) => `http://127.0.0.1:${port}${path}`

  return {
    url,
    received,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
