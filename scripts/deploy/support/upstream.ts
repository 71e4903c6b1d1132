import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'

export interface Upstream {
  address: string
  /** `method path` of each request but the health check's, in their order. */
  heard: string[]
}

/** A server that answers as the test says, and that lives. */
export async function startUpstream(
  t: TestContext,
  answer: http.RequestListener
): Promise<Upstream> {
  const heard: string[] = []
  const server = http.createServer((request, response) => {
    if (request.url?.includes('/health')) {
      response.end()
      return
    }
    heard.push(`${request.method} ${request.url}`)
    answer(request, response)
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  t.after(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return { address: `localhost:${port}`, heard }
}
