import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { PlainError, freeMegabytes } from './errors.mjs'
import { root } from './paths.mjs'
import { postgresBinaries } from './postgresBinaries.mjs'
import { dataIn, postgresUser } from './postgresUser.mjs'
import { clearForeignPid, runningPort } from './postmasterPid.mjs'

const MEGABYTES_NEEDED = 150

/** The same for all who ask, however many ask first: made aside, then linked into place. */
function passwordIn(home) {
  const file = path.join(home, 'password')
  if (!fs.existsSync(file)) {
    const mine = `${file}.${process.pid}`
    const password = crypto.randomBytes(24).toString('hex')
    fs.writeFileSync(mine, password, { mode: 0o600 })
    try {
      fs.linkSync(mine, file)
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw error
      }
    }
    fs.rmSync(mine)
  }
  return fs.readFileSync(file, 'utf8')
}

/** initdb beside its place, then one rename: a half-made cluster is never seen, and the loser of a race yields. */
function initialise(data, password, user) {
  if (freeMegabytes(path.dirname(data)) < MEGABYTES_NEEDED) {
    throw new PlainError(
      `The disk that holds ${root} is full: the database needs ${MEGABYTES_NEEDED} MB. Free some and run the same command again.`
    )
  }
  const mine = `${data}.${process.pid}`
  const passwordFile = `${mine}.password`
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  user.own(passwordFile)
  const { status, output } = user.run(
    user.binaries.initdb,
    [
      ...['-D', mine, '-U', 'postgres', '-A', 'scram-sha-256'],
      ...['--pwfile', passwordFile, '-E', 'UTF8', '--locale=C'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ],
    { readErrors: true }
  )
  fs.rmSync(passwordFile)
  if (status !== 0) {
    fs.rmSync(mine, { recursive: true, force: true })
    throw new PlainError(
      `The embedded PostgreSQL can't be set up: ${output.trim()}`
    )
  }
  try {
    fs.renameSync(mine, data)
  } catch {
    fs.rmSync(mine, { recursive: true })
  }
}

/**
 * This clone's cluster: where it lies, whether it runs, and how to start and stop it by its own pg_ctl, so that
 * it outlives the process that started it.
 */
export async function cluster() {
  const user = postgresUser(await postgresBinaries())
  const data = dataIn(user.home)
  const log = path.join(user.home, 'log')
  const password = passwordIn(user.home)
  if (!fs.existsSync(data)) {
    initialise(data, password, user)
  }
  const pgCtl = (...args) => user.run(user.binaries.pgCtl, args).status === 0

  return {
    data,
    log,
    password,
    runningPort: () => runningPort(data),
    start: (port) => {
      clearForeignPid(data)
      // On this machine only, by password, and by no socket file, whose path may not be long. With the default of
      // 128 MB, searches of a million messages read most from the system's cache, and took twice as long. Memory is
      // taken as it is used.
      const options = `-p ${port} -c shared_buffers=512MB -c listen_addresses=127.0.0.1 -c unix_socket_directories=`
      return pgCtl('start', '-w', '-D', data, '-l', log, '-o', options)
    },
    stop: () => pgCtl('stop', '-w', '-m', 'fast', '-D', data),
  }
}
