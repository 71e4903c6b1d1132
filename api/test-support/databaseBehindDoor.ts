import net, { type AddressInfo } from 'node:net'

/** The tests' database behind a door that can be shut: then it is away, as it is when its server restarts. */
export interface Door {
  url: string
  /** Breaks the connections that are open, and lets no other one in. */
  shut: () => Promise<void>
  open: () => Promise<void>
  /** Lets everybody in and nothing through, as a server that hangs. */
  block: () => void
}

export async function databaseBehindDoor(): Promise<Door> {
  const url = new URL(process.env.DATABASE_URL as string)
  const database = { host: url.hostname, port: Number(url.port || 5432) }
  const sockets = new Set<net.Socket>()
  let blocked = false
  const server = net.createServer((socket) => {
    const behind = net.connect(database)
    for (const each of [socket, behind]) {
      sockets.add(each)
      each.on('error', () => {})
      each.on('close', () => {
        sockets.delete(each)
        socket.destroy()
        behind.destroy()
      })
    }
    const pass = (from: net.Socket, to: net.Socket) =>
      from.on('data', (data) => blocked || to.write(data))
    pass(socket, behind)
    pass(behind, socket)
  })
  const open = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  await open(0)
  const { port } = server.address() as AddressInfo
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    url: url.href,
    shut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        sockets.forEach((socket) => socket.destroy())
      }),
    open: () => {
      blocked = false
      return open(port)
    },
    block: () => {
      blocked = true
    },
  }
}
