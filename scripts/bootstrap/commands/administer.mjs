import { createRequire } from 'node:module'

import { ADMINISTRATION, builtScript } from '../buildAdministration.mjs'
import { prepareEnv } from '../env.mjs'
import { PlainError } from '../errors.mjs'

/** `rw exec` where only what production needs is installed: a script that was built, in this process. */
export default async function administer([name]) {
  process.env.NODE_ENV = 'production'
  prepareEnv()
  if (!ADMINISTRATION.includes(name)) {
    throw new PlainError(
      `There is no script "${name}" in production: ${ADMINISTRATION.join(', ')}`
    )
  }
  // The scripts' own output, and not the log's.
  process.env.LOG_LEVEL = 'error'
  const require = createRequire(import.meta.url)
  await require(builtScript(name)).default()
  // Connections would hold it.
  process.exit()
}
