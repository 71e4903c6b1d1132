import { prepareEnv } from '../env.mjs'
import { ensureInstalled } from '../install.mjs'
import { inRoot } from '../paths.mjs'
import { checkPorts } from '../ports.mjs'
import { node } from '../processes.mjs'
import { passSignals } from '../signals.mjs'

/** `npm run simulator`: the Twilio simulator alone. */
export default async function simulator() {
  prepareEnv()
  await ensureInstalled()
  await checkPorts(['SIMULATOR_PORT'])
  const program = inRoot('scripts', 'simulator', 'simulator.ts')
  return node(['--import', 'tsx', program], { onSpawn: passSignals })
}
