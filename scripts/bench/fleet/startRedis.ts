import { spawn } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'

import { freePort } from '../servers/freePort'

export interface BenchRedis {
  url: string
  /** Null where it was not started here. */
  pid: number | null
  stop: () => Promise<void>
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/** The server at REDIS_URL, or one of the benchmark's own. */
export async function startRedis(): Promise<BenchRedis> {
  const { REDIS_URL } = process.env
  if (REDIS_URL) {
    return { url: REDIS_URL, pid: null, stop: async () => {} }
  }
  const port = await freePort()
  const child = spawn(
    'redis-server',
    ['--port', `${port}`, '--bind', '127.0.0.1', '--save', ''],
    { stdio: 'ignore' }
  )
  const ended = once(child, 'exit').catch((error) => error)
  for (;;) {
    if (await answers(port)) {
      break
    }
    if (child.pid === undefined || child.exitCode !== null) {
      throw new Error(
        'Two processes need Redis: install redis-server, or set REDIS_URL.'
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: child.pid as number,
    stop: async () => {
      child.kill()
      await ended
    },
  }
}
