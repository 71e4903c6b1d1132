import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'

export interface CuttableProxy {
  /** The same URL, by way of the proxy. */
  url: string
  /** Breaks every connection, and refuses new ones. */
  cut: () => Promise<void>
  /** Takes what comes and passes nothing on, as a network does that lost its way: nobody is told. */
  silence: () => void
  restore: () => Promise<void>
  close: () => Promise<void>
}

/** Stands between the API and a server that it needs, so that the server can be away without being stopped. */
export async function startProxy(target: string): Promise<CuttableProxy> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<net.Socket>()
  let silent = false

  const join = (from: net.Socket, to: net.Socket) => {
    from.on('data', (data) => silent || to.write(data))
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
    from.on('error', () => {})
    sockets.add(from)
  }
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(port), hostname)
    join(client, upstream)
    join(upstream, client)
  })
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const breakAll = () => sockets.forEach((socket) => socket.destroy())

  const own = await listen(0)
  const url = new URL(target)
  url.hostname = '127.0.0.1'
  url.port = `${own}`

  const cut = async () => {
    if (server.listening) {
      const closed = once(server, 'close')
      server.close()
      breakAll()
      await closed
    }
  }
  return {
    url: url.href,
    cut,
    silence: () => {
      silent = true
    },
    restore: async () => {
      if (silent) {
        silent = false
        // Who waited on one of these would wait for ever: what it asked is gone.
        breakAll()
      }
      if (!server.listening) {
        await listen(own)
      }
    },
    close: cut,
  }
}
