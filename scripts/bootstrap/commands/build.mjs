import { prepareEnv } from '../env.mjs'
import { ensureInstalled } from '../install.mjs'
import { node } from '../processes.mjs'
import { passSignals } from '../signals.mjs'

/** `npm run build`: the API into api/dist, the pages into web/dist. */
export default async function build(args) {
  prepareEnv()
  await ensureInstalled()
  const { REDWOOD } = await import('../redwood.mjs')
  return node([REDWOOD, 'build', ...args], { onSpawn: passSignals })
}
