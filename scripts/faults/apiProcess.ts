import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'

import { until } from './until'

const ROOT = path.resolve(__dirname, '../..')

export interface ApiProcess {
  url: string
  isAlive: () => boolean
  /** Ends it at once, as a power failure would. */
  kill: () => Promise<void>
  /** Asks it to end, and gives its exit code: null where it had to be killed. */
  stop: () => Promise<number | null>
  /** A GraphQL request; rejects where there is no answer. */
  query: <Data>(
    document: string,
    variables?: Record<string, unknown>
  ) => Promise<Data>
}

interface Settings {
  port: number
  apiKey: string
  env: NodeJS.ProcessEnv
}

const answers = async (url: string) => {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch {
    return false
  }
}

/** The built API, worker inside, as a process of its own. Resolves when it answers. */
export async function startApi({
  port,
  apiKey,
  env,
}: Settings): Promise<ApiProcess> {
  const logs = path.join(ROOT, 'test-results')
  fs.mkdirSync(logs, { recursive: true })
  const log = fs.openSync(path.join(logs, `faults-api-${port}.log`), 'a')
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'api/dist/server.js')],
    {
      cwd: ROOT,
      stdio: ['ignore', log, log],
      env: {
        ...process.env,
        ...env,
        NODE_ENV: 'production',
        API_PORT: `${port}`,
        SERVE_WEB: '',
      },
    }
  )
  fs.closeSync(log)
  const url = `http://localhost:${port}`
  const isAlive = () => child.exitCode === null && child.signalCode === null
  const end = async (signal: NodeJS.Signals) => {
    if (isAlive()) {
      const exited = once(child, 'exit')
      child.kill(signal)
      // One that stands still can't end by itself.
      const patience = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await exited
      clearTimeout(patience)
    }
    return child.exitCode
  }
  await until(`the API answers (its log: ${logs})`, () => answers(url))
  return {
    url,
    isAlive,
    kill: async () => {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
    query: async (query, variables) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${apiKey}`,
        },
        body: JSON.stringify({ query, variables }),
      })
      const { data, errors } = await response.json()
      if (errors) {
        throw new Error(JSON.stringify(errors))
      }
      return data
    },
  }
}
