import fs from 'node:fs'
import path from 'node:path'

import { PlainError } from './errors.mjs'
import { inRoot } from './paths.mjs'
import { runQuietly } from './processes.mjs'

const SOURCE = inRoot('api', 'src')
const SERVER = inRoot('api', 'dist', 'server.js')

const writtenAt = (file) => fs.statSync(file).mtimeMs

/** Whether api/dist was made from what api/src is now. */
function isCurrent() {
  if (!fs.existsSync(SERVER)) {
    return false
  }
  const built = writtenAt(SERVER)
  return fs
    .readdirSync(SOURCE, { recursive: true })
    .filter(
      (name) => /\.[jt]s$/.test(name) && !/\.(test|scenarios)\./.test(name)
    )
    .every((name) => writtenAt(path.join(SOURCE, name)) < built)
}

/**
 * Builds a Redwood API: `buildApi` of Redwood's own, without what else `rw build` does. It cleans nothing away, so that
 * a server which runs on the build goes on.
 *
 * @param {string} project the folder of its redwood.toml
 */
export async function buildProject(project) {
  const program = `require('@redwoodjs/internal/dist/build/api').buildApi().then((result) => process.exit(result?.errors.length ? 1 : 0))`
  const { code, output } = await runQuietly(process.execPath, ['-e', program], {
    cwd: project,
    env: { ...process.env, RWJS_CWD: project },
  })
  if (code !== 0) {
    throw new PlainError(`The API could not be built:\n${output}`)
  }
}

/** Builds api/dist, if it is not there or older than api/src. */
export async function buildApi() {
  if (!isCurrent()) {
    console.log('Building the API …')
    await buildProject(inRoot())
  }
}
