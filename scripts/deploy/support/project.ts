import fs from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../../..')

export const inProject = (...names: string[]) => path.join(ROOT, ...names)

export const read = (...names: string[]) =>
  fs.readFileSync(inProject(...names), 'utf8')

export const exists = (...names: string[]) => fs.existsSync(inProject(...names))

/** The variables that .env.defaults explains: all that there are. */
export const knownVariables = () =>
  new Set(
    [...read('.env.defaults').matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=/gm)].map(
      ([, name]) => name
    )
  )

/** How long a process takes to end, at most, in seconds: lib/stopOnSignal. */
export const secondsToEnd = () => {
  const [, ms] =
    /LONGEST_MS = ([\d_]+)/.exec(
      read('api', 'src', 'lib', 'stopOnSignal.ts')
    ) ?? []
  return Number(ms.replaceAll('_', '')) / 1000
}

/** Whether the words are a command of ours: `… scripts/bootstrap/run.cjs <command> …` */
export const isCommand = (words: string[]) => {
  const at = words.indexOf('scripts/bootstrap/run.cjs')
  return (
    at > 0 &&
    exists(words[at]) &&
    exists('scripts', 'bootstrap', 'commands', `${words[at + 1]}.mjs`)
  )
}
