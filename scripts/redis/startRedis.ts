import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

import { freePort } from '../bootstrap/ports.mjs'

export interface RedisServer {
  url: string
  /** Ends it as its administrator would, or at once, as a power failure would. */
  stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>
  /** On the same port, knowing nothing of before. Resolves when it answers. */
  start: () => Promise<void>
  /** It stands still and breaks no connection, until it is woken. */
  freeze: () => void
  wake: () => void
  /** How many connections it has, but for the one that asks. */
  connections: () => Promise<number>
  /** Stops it, and takes its folder away. */
  close: () => Promise<void>
}

/** What it answers to one command; rejects where nobody answers. */
const ask = (port: number, command: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1')
    let answer = ''
    socket.setTimeout(2_000, () => socket.destroy(new Error('Silence')))
    socket.setEncoding('utf8')
    socket.on('error', reject)
    socket.on('data', (text) => (answer += text))
    socket.on('end', () => resolve(answer))
    socket.write(`${command}\r\nQUIT\r\n`)
  })

async function untilAnswering(child: ChildProcess, port: number) {
  for (;;) {
    const answer = await ask(port, 'PING').catch(() => '')
    if (answer.startsWith('+PONG')) {
      return
    }
    if (child.exitCode !== null) {
      throw new Error(`Redis ended at its start with ${child.exitCode}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A Redis of the test's own, on a free port and with nothing on disk. */
export async function startRedis(program: string): Promise<RedisServer> {
  const port = await freePort()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heliograph-redis-'))
  let child: ChildProcess | undefined

  // A test that is broken off leaves nothing behind.
  process.once('exit', () => child?.kill('SIGKILL'))

  const start = async () => {
    child = spawn(
      program,
      [
        ...['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder],
        ...['--save', '', '--appendonly', 'no', '--daemonize', 'no'],
      ],
      { stdio: 'ignore' }
    )
    await untilAnswering(child, port)
  }
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child && child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      // It would hear nothing else.
      child.kill('SIGCONT')
      child.kill(signal)
      await exited
    }
  }
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    freeze: () => void child?.kill('SIGSTOP'),
    wake: () => void child?.kill('SIGCONT'),
    connections: async () => {
      const list = await ask(port, 'CLIENT LIST')
      return list.match(/^id=/gm)!.length - 1
    },
    close: async () => {
      await stop('SIGKILL')
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
