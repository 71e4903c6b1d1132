import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { TestContext } from 'node:test'

import { freePort } from '../../bench/servers/freePort'

/** Debian's server and tools are not on the PATH, but side by side by version. */
const DEBIAN = '/usr/lib/postgresql'

const folders = () => {
  const { stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' })
  const ofDebian = fs.existsSync(DEBIAN)
    ? fs.readdirSync(DEBIAN).map((version) => path.join(DEBIAN, version, 'bin'))
    : []
  return [...(stdout ? [stdout.trim()] : []), ...ofDebian]
}

/** The folder of a PostgreSQL with its tools, which the packages of the embedded one don't carry; undefined: none. */
export const installedPostgres = folders().find((folder) =>
  ['initdb', 'pg_ctl', 'postgres', 'pg_dump', 'pg_restore'].every((program) =>
    fs.existsSync(path.join(folder, program))
  )
)

export interface Installed {
  url: string
  /** Runs one of the tools; what it says goes where the words send it. */
  tool: (name: string, ...args: string[]) => void
}

/** A server of that PostgreSQL, which goes with the test. */
export async function startInstalled(
  t: TestContext,
  bin: string
): Promise<Installed> {
  const { postgresUser } = await import('../../bootstrap/postgresUser.mjs')
  const inBin = (name: string) => path.join(bin, name)
  const { binaries, home, run } = postgresUser({
    initdb: inBin('initdb'),
    pgCtl: inBin('pg_ctl'),
    folder: path.dirname(bin),
  })
  const data = path.join(home, `restore-${process.pid}`)
  const log = path.join(home, 'restore-log')
  const port = await freePort()
  const must = (status: number | null, what: string) => {
    if (status !== 0) {
      throw new Error(`${what} failed: see ${log}`)
    }
  }
  t.after(() => {
    run(binaries.pgCtl, ['stop', '-w', '-m', 'immediate', '-D', data])
    fs.rmSync(data, { recursive: true, force: true })
  })
  const made = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '-N']
  must(run(binaries.initdb, [...made, '--locale=C.UTF-8']).status, 'initdb')
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  const target = ['-D', data, '-l', log, '-o', options]
  must(run(binaries.pgCtl, ['start', '-w', ...target]).status, 'pg_ctl')
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/heliograph`,
    tool: (name, ...args) => {
      const { status, stderr } = spawnSync(inBin(name), args, {
        encoding: 'utf8',
      })
      if (status !== 0) {
        throw new Error(`${name}: ${stderr}`)
      }
    },
  }
}
