import http from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/**
 * The doors of the simulator: one for each loopback address, so that `localhost` is found whichever way it is
 * resolved, and no other machine gets in. They can be shut for a while, as when Twilio is not reachable.
 */
export interface Listeners {
  /** @returns the port */
  open: (port: number) => Promise<number>
  /** Refuses new connections and breaks the present ones. */
  shut: () => Promise<void>
  reopen: () => Promise<void>
  /** Shuts for good. */
  close: () => Promise<void>
}

const LOOPBACK = ['127.0.0.1', '::1']

/** What a machine without IPv6 says. */
const NO_SUCH_ADDRESS = ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']

export function createListeners(handler: http.RequestListener): Listeners {
  const sockets = new Set<Socket>()
  let servers: http.Server[] = []
  let port = 0
  let closed = false

  const listen = (host: string, wanted: number) =>
    new Promise<http.Server>((resolve, reject) => {
      const server = http.createServer({ keepAliveTimeout: 60_000 }, handler)
      server.on('connection', (socket) => {
        sockets.add(socket)
        socket.once('close', () => sockets.delete(socket))
      })
      server.once('error', reject)
      server.listen(wanted, host, () => {
        server.off('error', reject)
        resolve(server)
      })
    })

  const open = async (wanted: number) => {
    const [ipv4, ipv6] = LOOPBACK
    const first = await listen(ipv4, wanted)
    servers = [first]
    port = (first.address() as AddressInfo).port
    try {
      servers.push(await listen(ipv6, port))
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      if (NO_SUCH_ADDRESS.includes(code)) return port
      await shut()
      // A port that was chosen for us may be free on one address only: choose again.
      if (wanted === 0 && code === 'EADDRINUSE') return open(0)
      throw error
    }
    return port
  }

  const shut = async () => {
    const closing = servers.map(
      (server) => new Promise((resolve) => server.close(resolve))
    )
    servers = []
    for (const socket of sockets) socket.destroy()
    await Promise.all(closing)
  }

  return {
    open,
    shut,
    reopen: async () => {
      if (servers.length === 0 && !closed) await open(port)
    },
    close: () => {
      closed = true
      return shut()
    },
  }
}
