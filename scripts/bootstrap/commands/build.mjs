import { prepareEnv } from '../env.mjs'
import { ensureInstalled } from '../install.mjs'
import { node } from '../processes.mjs'
import { passSignals } from '../signals.mjs'

/** `npm run build`: the API into api/dist, the pages into web/dist. */
export default async function build() {
  prepareEnv()
  await ensureInstalled()
  const { buildProduction } = await import('../buildProduction.mjs')
  return buildProduction((words, env) =>
    node(words, { env: { ...process.env, ...env }, onSpawn: passSignals })
  )
}
