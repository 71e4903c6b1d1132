import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'

import { AUTH_TOKEN, PUBLIC_ORIGIN } from '../load/callbacks'
import { RESULTS } from '../report/results'

const ROOT = path.resolve(__dirname, '../../..')
const TUTORIAL = path.join(__dirname, 'tutorial')

export type ServerName = 'ours' | 'bare' | 'tutorial'

const PROGRAMS: Record<ServerName, { program: string; project: string }> = {
  ours: { program: path.join(ROOT, 'api/dist/server.js'), project: ROOT },
  bare: { program: path.join(__dirname, 'bare.mjs'), project: ROOT },
  tutorial: {
    program: path.join(TUTORIAL, 'api/dist/server.js'),
    project: TUTORIAL,
  },
}

/** What a process has used since it began. */
export interface Usage {
  cpuSeconds: number
  /** Bytes. */
  rss: number
  heap: number
}

export interface Server {
  name: ServerName
  origin: string
  pid: number
  usage: () => Promise<Usage>
  /** Whether the process that was started is still there. */
  isAlive: () => boolean
  stop: () => Promise<void>
  /** At once, as a crash does. */
  kill: () => Promise<void>
}

interface ServerOptions {
  execArgv?: string[]
  env?: NodeJS.ProcessEnv
  /** The name of its log among the results. */
  log?: string
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })

async function untilListening(child: ChildProcess, port: number, log: string) {
  while (!(await answers(port))) {
    if (child.exitCode !== null) {
      throw new Error(`A server ended at its start:\n${fs.readFileSync(log)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const isAlive = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (isAlive(child)) {
    const exited = once(child, 'exit')
    child.kill(signal)
    const patience = setTimeout(() => child.kill('SIGKILL'), 5_000)
    await exited
    clearTimeout(patience)
  }
}

const askUsage = (child: ChildProcess, log: string) =>
  new Promise<Usage>((resolve, reject) => {
    const hear = (message: unknown) => {
      // Redwood says 'ready' over the same channel.
      if (typeof message === 'object') {
        child.off('message', hear)
        resolve(message as Usage)
      }
    }
    child.on('message', hear)
    child.send('usage', (error) => {
      if (error) {
        reject(new Error(`A server has ended: its log is ${log}`))
      }
    })
  })

/** Starts one of the servers as a process of its own, as production would; its log goes to a file among the results. */
export async function startServer(
  name: ServerName,
  port: number,
  { execArgv = [], env = {}, log: logName = name }: ServerOptions = {}
): Promise<Server> {
  const { program, project } = PROGRAMS[name]
  const log = path.join(RESULTS, `${logName}.log`)
  fs.mkdirSync(RESULTS, { recursive: true })
  const output = fs.openSync(log, 'w')
  const child = fork(program, {
    cwd: project,
    execArgv: ['--require', path.join(__dirname, 'probe.cjs'), ...execArgv],
    stdio: ['ignore', output, output, 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      RWJS_CWD: project,
      API_PORT: `${port}`,
      REDWOOD_API_PORT: `${port}`,
      API_BASE_URL: PUBLIC_ORIGIN,
      TWILIO_ACCOUNT_SID: `AC${randomBytes(16).toString('hex')}`,
      TWILIO_AUTH_TOKEN: AUTH_TOKEN,
      TWILIO_PHONE_NUMBER: '+15005550006',
      // Nobody listens there: a benchmark calls no Twilio.
      TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
      SESSION_SECRET: randomBytes(32).toString('hex'),
      SERVE_WEB: '',
      ...env,
    },
  })
  fs.closeSync(output)
  await untilListening(child, port, log)
  return {
    name,
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid as number,
    usage: () => askUsage(child, log),
    isAlive: () => isAlive(child),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  }
}
