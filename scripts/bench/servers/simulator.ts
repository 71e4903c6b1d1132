import { fork } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'

import { RESULTS } from '../report/results'

const PROGRAM = path.resolve(__dirname, '../../simulator/simulator.ts')

export interface BenchSimulator {
  origin: string
  /** The SIDs of what REST calls had accepted since the last `reset`. */
  acceptedSids: () => Promise<string[]>
  reset: () => Promise<void>
  stop: () => Promise<void>
}

/** The Twilio simulator as a process of its own; its callbacks go to where `env` says. */
export async function startSimulator(
  port: number,
  env: NodeJS.ProcessEnv
): Promise<BenchSimulator> {
  fs.mkdirSync(RESULTS, { recursive: true })
  const output = fs.openSync(path.join(RESULTS, 'simulator.log'), 'w')
  const child = fork(PROGRAM, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', output, output, 'ipc'],
    env: { ...process.env, ...env, SIMULATOR_PORT: `${port}` },
  })
  fs.closeSync(output)
  const origin = `http://localhost:${port}`
  const control = async (name: string, init?: RequestInit) => {
    const response = await fetch(`${origin}/control/${name}`, init)
    return response.json()
  }
  for (;;) {
    try {
      await control('state')
      break
    } catch (error) {
      if (child.exitCode !== null) {
        throw error
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return {
    origin,
    acceptedSids: async () => (await control('accepted')).sids,
    reset: () => control('reset', { method: 'POST' }),
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
