import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'

import { until } from '../faults/until'

const ROOT = path.resolve(__dirname, '../..')
const LOGS = path.join(ROOT, 'test-results')

/** Longer than a process that is asked to end may take. */
const PATIENCE_MS = 30_000

/** On a machine that has much else to do. */
const START_MS = 180_000

export interface Member {
  name: string
  /** Where an API process answers by itself; a worker answers nobody. */
  url: string | null
  isAlive: () => boolean
  /** Resolves, with the milliseconds that it took, when it does its work. */
  start: () => Promise<number>
  /** Resolves with its exit code when it has ended: null where the signal ended it. Rejects if it had by itself. */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>
}

interface MemberOptions {
  name: string
  /** Of an API process. */
  port?: number
  env: NodeJS.ProcessEnv
  /** Whether a worker of this name works. */
  works: (name: string) => Promise<boolean>
}

const answers = async (url: string) => {
  try {
    return (await fetch(`${url}/health`)).status === 200
  } catch {
    return false
  }
}

/** A process of the built application: an API where it has a port, else a worker. */
export function createMember({
  name,
  port,
  env,
  works,
}: MemberOptions): Member {
  const url = port ? `http://127.0.0.1:${port}` : null
  const program = path.join(
    ROOT,
    'api/dist',
    port ? 'server.js' : 'runWorker.js'
  )
  let child: ChildProcess | undefined
  let wasEnded = false

  // A test that is broken off leaves nobody behind.
  process.once('exit', () => child?.kill('SIGKILL'))

  const isAlive = () =>
    !!child && child.exitCode === null && child.signalCode === null

  const isReady = () => {
    if (!isAlive()) {
      throw new Error(`${name} ended at its start: see ${LOGS}`)
    }
    return url ? answers(url) : works(name)
  }

  return {
    name,
    url,
    isAlive,
    start: async () => {
      fs.mkdirSync(LOGS, { recursive: true })
      const log = fs.openSync(path.join(LOGS, `fleet-${name}.log`), 'a')
      const began = performance.now()
      wasEnded = false
      child = spawn(process.execPath, [program], {
        cwd: ROOT,
        stdio: ['ignore', log, log],
        env: {
          ...process.env,
          ...env,
          NODE_ENV: 'production',
          // What PostgreSQL calls its connections.
          PGAPPNAME: name,
          ...(port && { API_PORT: `${port}` }),
          SERVE_WEB: '',
        },
      })
      fs.closeSync(log)
      await until(`${name} does its work (its log: ${LOGS})`, isReady, START_MS)
      return performance.now() - began
    },
    end: async (signal) => {
      if (child && !wasEnded && !isAlive()) {
        throw new Error(`${name} had ended by itself: see ${LOGS}`)
      }
      wasEnded = true
      if (child && isAlive()) {
        const exited = once(child, 'exit')
        child.kill(signal)
        const patience = setTimeout(() => child?.kill('SIGKILL'), PATIENCE_MS)
        await exited
        clearTimeout(patience)
      }
      return child?.exitCode ?? null
    },
  }
}
