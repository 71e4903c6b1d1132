import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'

export interface Redis {
  url: string
  /** Resolves when something has been published. */
  published: Promise<unknown>
  /** Breaks every connection and refuses new ones, as a server does that died. */
  die: () => Promise<void>
}

const INFO = 'redis_version:7.2.0\r\nloading:0\r\n'

/** What a Redis server would say: https://redis.io/docs/latest/develop/reference/protocol-spec/ */
const answer = ([command, ...topics]: string[]) => {
  switch (command?.toUpperCase()) {
    case 'INFO':
      return `$${INFO.length}\r\n${INFO}\r\n`
    case 'SUBSCRIBE':
      return topics
        .map(
          (topic, n) =>
            `*3\r\n$9\r\nsubscribe\r\n$${topic.length}\r\n${topic}\r\n:${n + 1}\r\n`
        )
        .join('')
    case 'PUBLISH':
      return ':1\r\n'
    default:
      return '+OK\r\n'
  }
}

/** The commands of a piece of the stream: arrays of strings. Ours are small enough to come in one piece. */
const commands = (text: string) =>
  text
    .split(/^\*\d+\r\n/m)
    .slice(1)
    .map((command) => command.split('\r\n').filter((_part, n) => n % 2 === 1))

/** As much of a Redis server as publishing needs. */
export async function startRedis(): Promise<Redis> {
  const sockets = new Set<net.Socket>()
  let tell = () => {}
  const published = new Promise<void>((resolve) => (tell = resolve))
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.setEncoding('utf8')
    socket.on('error', () => {})
    socket.on('data', (text) => {
      for (const command of commands(String(text))) {
        socket.write(answer(command))
        if (/^publish$/i.test(command[0])) {
          tell()
        }
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `redis://127.0.0.1:${port}`,
    published,
    die: async () => {
      if (server.listening) {
        const closed = once(server, 'close')
        server.close()
        sockets.forEach((socket) => socket.destroy())
        await closed
      }
    },
  }
}
