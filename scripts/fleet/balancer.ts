import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'

/** How often each process is asked for its health. */
const EVERY_MS = 300

interface Upstream {
  port: number
  isUp: boolean
  agent: http.Agent
}

export interface Balancer {
  url: string
  close: () => Promise<void>
}

const isHealthy = ({ port }: Upstream) =>
  new Promise<boolean>((resolve) => {
    const request = http.get(
      { host: '127.0.0.1', port, path: '/health', agent: false, timeout: 2000 },
      (response) => {
        response.resume()
        resolve(response.statusCode === 200)
      }
    )
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })

/**
 * Does what every load balancer does, and no more: takes turns among those whose `health` is good, keeps its connections
 * to them, tries another one where a connection is refused, and answers 502 where one breaks, since the request may have
 * had its effect.
 */
export async function startBalancer(ports: number[]): Promise<Balancer> {
  const upstreams = ports.map((port): Upstream => {
    const agent = new http.Agent({ keepAlive: true })
    return { port, isUp: false, agent }
  })
  let turn = 0

  const pass = (
    incoming: http.IncomingMessage,
    outgoing: http.ServerResponse,
    body: Buffer,
    candidates: Upstream[]
  ) => {
    const [upstream, ...others] = candidates
    if (!upstream) {
      outgoing.writeHead(502).end()
      return
    }
    const { port, agent } = upstream
    const { method, url: path, headers } = incoming
    const request = http.request(
      { host: '127.0.0.1', port, agent, method, path, headers },
      (response) => {
        const { connection: _own, ...rest } = response.headers
        outgoing.writeHead(response.statusCode ?? 502, rest)
        response.on('error', () => outgoing.destroy())
        response.pipe(outgoing)
      }
    )
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') {
        upstream.isUp = false
        pass(incoming, outgoing, body, others)
      } else if (!outgoing.headersSent) {
        outgoing.writeHead(502).end()
      } else {
        outgoing.destroy()
      }
    })
    request.end(body)
  }

  const server = http.createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('error', () => {})
    for await (const chunk of incoming) {
      chunks.push(chunk)
    }
    turn += 1
    const inTurn = upstreams.map((_, n) => upstreams[(n + turn) % ports.length])
    const up = inTurn.filter(({ isUp }) => isUp)
    pass(incoming, outgoing, Buffer.concat(chunks), up.length > 0 ? up : inTurn)
  })
  const look = () =>
    Promise.all(
      upstreams.map(async (upstream) => {
        upstream.isUp = await isHealthy(upstream)
      })
    )
  const timer = setInterval(look, EVERY_MS)
  const sockets = new Set<net.Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      clearInterval(timer)
      const closed = once(server, 'close')
      server.close()
      sockets.forEach((socket) => socket.destroy())
      upstreams.forEach(({ agent }) => agent.destroy())
      await closed
    },
  }
}
