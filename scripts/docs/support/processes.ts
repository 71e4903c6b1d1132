import type { ChildProcess } from 'node:child_process'

import { startGroup, stopGroup } from '../../bootstrap/processes.mjs'
import { until } from '../../faults/until'

export interface Running {
  output: () => string
  untilAnswering: (urls: string[]) => Promise<void>
  /** Resolves when what it has printed makes this true. */
  untilPrinted: (what: string, is: (output: string) => boolean) => Promise<void>
  /** Ends it, and all that it has started, as Ctrl-C does; gives its exit code. */
  stop: () => Promise<number | null>
}

const answers = async (url: string) => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(10_000) })).ok
  } catch {
    return false
  }
}

/** Starts a program in a process group of its own. */
export function start(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv
): Running {
  const child: ChildProcess = startGroup(command, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (output += text))
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output += error.message
      resolve(null)
    })
    child.once('exit', resolve)
  })
  const isOver = () => child.exitCode !== null || child.signalCode !== null
  const wait = (what: string, ask: () => Promise<boolean>) =>
    until(
      what,
      async () => {
        if (await ask()) {
          return true
        }
        if (isOver()) {
          throw new Error(`${what}: it ended first\n${output}`)
        }
        return false
      },
      240_000
    ).catch((error) => {
      throw new Error(`${error.message}\n${output}`)
    })
  return {
    output: () => output,
    untilAnswering: async (urls) => {
      for (const url of urls) {
        await wait(`${command} ${args.join(' ')} answers at ${url}`, () =>
          answers(url)
        )
      }
    },
    untilPrinted: async (what, is) => {
      await wait(what, async () => is(output))
    },
    stop: async () => {
      if (!isOver()) {
        await stopGroup(child)
      }
      return ended
    },
  }
}
