import { prepareEnv } from '../env.mjs'
import { PlainError } from '../errors.mjs'
import { ensureInstalled } from '../install.mjs'
import { askedToEnd } from '../signals.mjs'

const TITLES = {
  lint: 'Linting',
  types: 'Checking types',
  api: 'API tests, on a database of their own',
  web: 'Web tests',
  scripts: 'Script tests',
  build: 'Building for production',
  browser: 'Browser tests, against the production build',
  docs: 'What the docs say, against the production build',
}

// Two at a time keep two cores busy; more would only make each slower. The build overwrites what the API's type check
// reads, so it comes after.
const LANES = [
  [['lint', 'types', 'web'], ['api']],
  // Several processes at once, killed and upgraded: they want the machine for themselves.
  [['scripts']],
  // The docs' tests come last: `npm start`, which they run, builds api/dist anew.
  [['build', 'browser', 'docs']],
]

/** They need the build. */
const ON_BUILD = ['browser', 'docs']

/** The steps that `npm test -- <names>` asks for: all, or those with what they need. */
function choose(names) {
  const unknown = names.find((name) => !(name in TITLES))
  if (unknown) {
    throw new PlainError(
      `There is no step "${unknown}": npm test -- [${Object.keys(TITLES).join('|')}]`
    )
  }
  const chosen = names.some((name) => ON_BUILD.includes(name))
    ? [...names, 'build']
    : names
  return LANES.map((lanes) =>
    lanes.map((lane) =>
      lane.filter((name) => chosen.length === 0 || chosen.includes(name))
    )
  )
}

/** `npm test`: all that must hold before a change is kept. Stops at the first step that fails. */
export default async function test(names) {
  const phases = choose(names)
  const since = Date.now()
  prepareEnv()
  await ensureInstalled()

  const { ensurePrismaClient } = await import('../prismaClient.mjs')
  const steps = await import('../tests/steps.mjs')
  const { runStep } = await import('../tests/runStep.mjs')
  await ensurePrismaClient()

  const giveUp = new AbortController()
  askedToEnd().then(() => giveUp.abort())
  const results = []
  const runLane = async (lane) => {
    for (const name of lane) {
      if (giveUp.signal.aborted) {
        return
      }
      const step = { name, title: TITLES[name], run: steps[name] }
      const result = await runStep(step, giveUp.signal)
      results.push(result)
      if (result.code !== 0) {
        giveUp.abort()
      }
    }
  }
  for (const lanes of phases) {
    await Promise.all(lanes.map(runLane))
  }

  const sum = (key) =>
    results.reduce((all, result) => all + (result[key] ?? 0), 0)
  const broken = giveUp.signal.aborted
  console.log(
    `${broken ? 'Stopped' : 'Done'} after ${Math.round((Date.now() - since) / 1000)} s`
  )
  // A step that is no test (lint, types, build) has failed too: it counts as one.
  const failed = sum('failed') || (broken ? 1 : 0)
  console.log(`${sum('passed')} passed, ${failed} failed`)
  return broken ? 1 : 0
}
