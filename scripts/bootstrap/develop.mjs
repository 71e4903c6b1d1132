import { useDatabase } from './database.mjs'
import { startDevServers, startTypeWatcher } from './devServers.mjs'
import { port } from './env.mjs'
import { isConfigured } from './isConfigured.mjs'
import { migrate } from './migrate.mjs'
import { inRoot } from './paths.mjs'
import { checkPorts } from './ports.mjs'
import { ensurePrismaClient } from './prismaClient.mjs'
import { stopGroup } from './processes.mjs'
import { seedDemo } from './seedDemo.mjs'
import { askedToEnd } from './signals.mjs'
import { waitUntilAnswering } from './waitUntilAnswering.mjs'
import { welcome } from './welcome.mjs'

const CONFIGURATION_CHECK = [
  ...['--import', 'tsx', inRoot('api', 'src', 'lib', 'config', 'check.ts')],
]

async function prepareDatabase() {
  console.log('Starting the database …')
  await useDatabase()
  await ensurePrismaClient()
  await migrate()
  await seedDemo()
}

const firstToDie = (children) =>
  Promise.race(
    children.map(
      (child) =>
        new Promise((resolve) => child.once('exit', () => resolve(child)))
    )
  )

/**
 * The development servers, from the database up. Ends with what ends them: 0 when it was asked to, 1 when one of
 * them died. The embedded database is left running: it is safe so, and others may be using it.
 *
 * @param {string[]} args of `rw dev`
 */
export async function develop(args) {
  await checkPorts(['WEB_PORT', 'API_PORT', 'SIMULATOR_PORT'])
  if (!(await isConfigured(CONFIGURATION_CHECK))) {
    return 1
  }
  await prepareDatabase()

  const asked = askedToEnd()
  console.log('Starting the Twilio simulator, the API and the pages …')
  const children = startDevServers(args)
  const dead = firstToDie(children)
  waitUntilAnswering({
    'the Twilio simulator': `http://localhost:${port('SIMULATOR_PORT')}/`,
    'the API': `http://localhost:${port('API_PORT')}/graphql/health`,
    'the pages': `http://localhost:${port('WEB_PORT')}/`,
  }).then(() => {
    welcome()
    if (args.length === 0) {
      children.push(startTypeWatcher())
    }
  })

  const end = await Promise.race([asked, dead])
  const died = typeof end !== 'string'
  console.log(died ? `${end.title} has died: stopping the rest.` : 'Stopping …')
  await Promise.all(children.map(stopGroup))
  process.exit(died ? 1 : 0) // whatever still waits
}
