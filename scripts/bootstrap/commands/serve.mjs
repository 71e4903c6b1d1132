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
const WORKER = inRoot('api', 'dist', 'runWorker.js')
const CONFIGURATION_CHECK = inRoot('api', 'dist', 'lib', 'config', 'check.js')
const PAGES = inRoot('web', 'dist', 'index.html')

/** What each side of production is: its program, what must be built, the ports that it takes, its environment. */
const SIDES = {
  all: {
    program: SERVER,
    built: [SERVER, PAGES],
    ports: ['WEB_PORT', 'API_PORT'],
    env: { SERVE_WEB: '1' },
  },
  api: {
    program: SERVER,
    built: [SERVER],
    ports: ['API_PORT'],
    env: { SERVE_WEB: '' },
  },
  worker: { program: WORKER, built: [WORKER], ports: [], env: {} },
}

/** `npm run serve`; with `api`, `npm run serve:api`, which answers without pages; with `worker`, `npm run worker`. */
export default async function serve([side = 'all']) {
  const { program, built, ports, env } = SIDES[side] ?? SIDES.all
  process.env.NODE_ENV = 'production'
  prepareEnv()

  if (![...built, CONFIGURATION_CHECK].every((file) => fs.existsSync(file))) {
    throw new PlainError(
      'There is no build to serve: run `npm run build` first.'
    )
  }
  if (!(await isConfigured([CONFIGURATION_CHECK]))) {
    return 1
  }
  await checkPorts(ports)
  if (!process.env.DATABASE_URL) {
    console.log('DATABASE_URL is not set: the embedded PostgreSQL serves.')
  }
  await useDatabase()
  await migrate()
  return node(['--enable-source-maps', program], {
    env: { ...process.env, ...env },
    onSpawn: passSignals,
  })
}
