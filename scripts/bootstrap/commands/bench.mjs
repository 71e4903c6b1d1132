import { buildApi, buildProject } from '../apiBuild.mjs'
import { prepareEnv } from '../env.mjs'
import { ensureInstalled } from '../install.mjs'
import { inRoot } from '../paths.mjs'
import { node } from '../processes.mjs'
import { passSignals } from '../signals.mjs'

const TUTORIAL = inRoot('scripts', 'bench', 'servers', 'tutorial')

/** `npm run bench`: the callback's benchmarks, on a build of what is there now and a database of their own. */
export default async function bench(args) {
  prepareEnv()
  await ensureInstalled()
  const { ensurePrismaClient } = await import('../prismaClient.mjs')
  const { prepareTestDatabase } = await import('../testDatabase.mjs')
  await ensurePrismaClient()
  await buildApi()
  await buildProject(TUTORIAL)
  const program = inRoot('scripts', 'bench', 'bench.ts')
  return node(['--import', 'tsx', program, ...args], {
    env: {
      ...process.env,
      DATABASE_URL: await prepareTestDatabase('heliograph_bench'),
    },
    onSpawn: passSignals,
  })
}
