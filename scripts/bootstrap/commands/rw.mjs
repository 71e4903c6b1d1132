import fs from 'node:fs'

import { useDatabase } from '../database.mjs'
import { prepareEnv } from '../env.mjs'
import { migrate } from '../migrate.mjs'
import { ensurePrismaClient } from '../prismaClient.mjs'
import { node } from '../processes.mjs'
import { REDWOOD } from '../redwood.mjs'
import { route } from '../rwRoute.mjs'
import { passSignals } from '../signals.mjs'
import { prepareTestDatabase } from '../testDatabase.mjs'

/** The database that a command works on. */
async function prepareDatabase(kind, command) {
  if (kind === 'test') {
    await ensurePrismaClient()
    process.env.TEST_DATABASE_URL = await prepareTestDatabase(
      'heliograph_test',
      process.env.TEST_DATABASE_URL
    )
  } else if (kind === 'application') {
    const embedded = !process.env.DATABASE_URL
    await useDatabase()
    if (command !== 'prisma') {
      await ensurePrismaClient()
      // A server that was given is migrated when it is asked for, by a deployment.
      if (embedded) {
        await migrate()
      }
    }
  }
}

/** `yarn rw …`: Redwood's CLI, with all around it that it takes for granted. */
export default async function rw(argv) {
  prepareEnv()
  const { to, args, database } = route(argv)
  if (to !== 'redwood') {
    const { default: command } = await import(`./${to}.mjs`)
    return command(args)
  }
  const [first, ...others] = argv
  if (first === 'exec' && !fs.existsSync(REDWOOD)) {
    const { default: administer } = await import('./administer.mjs')
    return administer(others)
  }
  await prepareDatabase(database, args[0])
  return node([REDWOOD, ...args], { cwd: process.cwd(), onSpawn: passSignals })
}
