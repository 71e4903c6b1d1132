import { describe } from '../errors.mjs'
import { startGroup, stopGroup } from '../processes.mjs'

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`

/** Runs Node until it ends or the run is given up; its output is kept, to be shown whole. */
const runner = (give, signal) => (words, env) =>
  new Promise((resolve) => {
    const child = startGroup(process.execPath, words, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const stop = () => stopGroup(child)
    signal.addEventListener('abort', stop)
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', give)
    }
    child.once('close', (code) => {
      signal.removeEventListener('abort', stop)
      resolve(code ?? 1)
    })
  })

/**
 * Runs one step, and prints its seconds and its tests, and what it has to show; all of its output, where it failed.
 *
 * @param {AbortSignal} signal gives it up
 * @returns {Promise<{ code: number, passed?: number, failed?: number, shown?: string }>}
 */
export async function runStep({ name, title, run }, signal) {
  const since = Date.now()
  let output = ''
  const give = (text) => (output += text)
  console.log(`▸ ${title} …`)
  const result = await run(runner(give, signal)).catch((error) => {
    give(describe(error))
    return { code: 1 }
  })
  if (signal.aborted) {
    return result
  }
  if (result.code !== 0) {
    console.log(output.trim())
  } else if (result.shown) {
    console.log(result.shown.trim())
  }
  const tests =
    result.passed === undefined
      ? ''
      : `, ${result.passed} passed, ${result.failed} failed`
  console.log(
    `${result.code === 0 ? '✓' : '✗'} ${name}: ${seconds(since)}${tests}`
  )
  return result
}
