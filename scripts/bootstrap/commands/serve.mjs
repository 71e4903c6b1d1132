import fs from 'node:fs'

import { useDatabase } from '../database.mjs'
import { prepareEnv } from '../env.mjs'
import { PlainError } from '../errors.mjs'
import { isConfigured } from '../isConfigured.mjs'
import { migrate } from '../migrate.mjs'
import { inRoot } from '../paths.mjs'
import { checkPorts } from '../ports.mjs'
import { node } from '../processes.mjs'
import { passSignals } from '../signals.mjs'

const SERVER = inRoot('api', 'dist', 'server.js')
const CONFIGURATION_CHECK = inRoot('api', 'dist', 'lib', 'config', 'check.js')
const PAGES = inRoot('web', 'dist', 'index.html')

/** `npm run serve`, and `npm run serve:api` (args: ['api']), which answers without pages. */
export default async function serve([side]) {
  const web = side !== 'api'
  process.env.NODE_ENV = 'production'
  prepareEnv()

  const built = [SERVER, CONFIGURATION_CHECK, ...(web ? [PAGES] : [])]
  if (!built.every((file) => fs.existsSync(file))) {
    throw new PlainError(
      'There is no build to serve: run `npm run build` first.'
    )
  }
  if (!(await isConfigured([CONFIGURATION_CHECK]))) {
    return 1
  }
  await checkPorts(web ? ['WEB_PORT', 'API_PORT'] : ['API_PORT'])
  if (!process.env.DATABASE_URL) {
    console.log('DATABASE_URL is not set: the embedded PostgreSQL serves.')
  }
  await useDatabase()
  await migrate()
  return node(['--enable-source-maps', SERVER], {
    env: { ...process.env, SERVE_WEB: web ? '1' : '' },
    onSpawn: passSignals,
  })
}
