import { prepareEnv } from '../scripts/bootstrap/env.mjs'
import { findChromium } from '../scripts/browser/findChromium.mjs'

import { startProduction } from './startProduction.mjs'

/** Starts what the tests talk to, and says in the environment where it is; the workers inherit that. */
export default async function globalSetup() {
  prepareEnv()
  process.env.CHROMIUM_PATH = await findChromium()
  const { stop, env } = await startProduction()
  Object.assign(process.env, env)
  return stop
}
