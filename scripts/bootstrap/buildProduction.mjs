import { buildAdministration } from './buildAdministration.mjs'
import { inRoot } from './paths.mjs'
import { REDWOOD, VITE_BUILD } from './redwood.mjs'

/**
 * Builds the API into api/dist and the pages into web/dist. The pages not by `rw build`: it calls their build through a
 * shell without quotes, which fails in a path with a space.
 *
 * @param {(words: string[], env?: object) => Promise<number>} run Node on these words, with more in its environment
 * @returns {Promise<number>} the exit code
 */
export async function buildProduction(run) {
  const code = await run([REDWOOD, 'build', 'api'])
  if (code !== 0) {
    return code
  }
  await buildAdministration()
  const words = [VITE_BUILD, `--webDir=${inRoot('web')}`, '--verbose=false']
  // Anything but production ships React's development build.
  const env = { NODE_ENV: 'production', VITE_CJS_IGNORE_WARNING: 'true' }
  return run(words, env)
}
