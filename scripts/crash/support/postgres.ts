import fs from 'node:fs'
import path from 'node:path'
import type { TestContext } from 'node:test'

import { freePort } from '../../bench/servers/freePort'

export interface Postgres {
  url: string
  stop: () => void
  start: () => void
}

/** A PostgreSQL of the test's own, which can be stopped and started; it goes with the test. */
export async function startPostgres(t: TestContext): Promise<Postgres> {
  const [{ postgresBinaries }, { postgresUser }] = await Promise.all([
    import('../../bootstrap/postgresBinaries.mjs'),
    import('../../bootstrap/postgresUser.mjs'),
  ])
  const { binaries, home, run } = postgresUser(await postgresBinaries())
  const data = path.join(home, `crash-${process.pid}`)
  const log = path.join(home, 'crash-log')
  const port = await freePort()

  const must = (command: string, args: string[]) => {
    const { status } = run(command, args)
    if (status !== 0) {
      throw new Error(`${path.basename(command)} ${args[0]} failed: see ${log}`)
    }
  }
  const start = () => {
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`
    const target = ['-D', data, '-l', log]
    must(binaries.pgCtl, ['start', '-w', ...target, '-o', options])
  }
  const stop = () =>
    must(binaries.pgCtl, ['stop', '-w', '-m', 'fast', '-D', data])

  t.after(() => {
    run(binaries.pgCtl, ['stop', '-w', '-m', 'immediate', '-D', data])
    fs.rmSync(data, { recursive: true, force: true })
  })
  const locale = ['--locale=C', '--locale-provider=builtin']
  must(binaries.initdb, [
    ...['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '-N'],
    ...[...locale, '--builtin-locale=C.UTF-8'],
  ])
  start()
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
  }
}
