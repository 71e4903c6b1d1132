import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedEvent {
  headers: http.IncomingHttpHeaders
  body: string
}

/** A workflow tool on this machine. */
export interface Receiver {
  url: string
  received: ReceivedEvent[]
  /** What it answers from now on. */
  answer: { status: number; body: string }
  close: () => Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const received: ReceivedEvent[] = []
  const answer = { status: 200, body: 'thanks' }
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) {
      chunks.push(chunk)
    }
    received.push({
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    })
    response.writeHead(answer.status).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/hook`,
    received,
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
