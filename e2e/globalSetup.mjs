import { prepareEnv } from '../scripts/bootstrap/env.mjs'
import { findChromium } from '../scripts/browser/findChromium.mjs'

import { startProduction } from './startProduction.mjs'

/** Starts what the tests talk to, one for each worker, and says in the environment where it is; the workers inherit that. */
export default async function globalSetup({ workers }) {
  prepareEnv()
  process.env.CHROMIUM_PATH = await findChromium()
  const started = []
  // One after the other: two migrations of one server at once would wait for each other anyway.
  for (let lane = 0; lane < workers; lane++) {
    started.push(await startProduction(lane))
  }
  process.env.E2E_PRODUCTIONS = JSON.stringify(
    started.map(({ production }) => production)
  )
  return () => Promise.all(started.map(({ stop }) => stop()))
}
