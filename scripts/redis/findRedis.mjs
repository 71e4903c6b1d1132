import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { PlainError } from '../bootstrap/errors.mjs'

const FOLDERS = [
  ...(process.env.PATH ?? '').split(path.delimiter),
  ...['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'],
]

const NAMES = ['redis-server', 'valkey-server']

const runs = (file) =>
  fs.existsSync(file) && spawnSync(file, ['--version']).status === 0

/** The one that the machine has, or undefined. */
const systemRedis = () =>
  FOLDERS.flatMap((folder) =>
    NAMES.map((name) => path.join(folder, name))
  ).find(runs)

const apt = (...args) =>
  spawnSync('apt-get', args, {
    stdio: 'ignore',
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      // The package would start a server of its own on the usual port: a start by its init script does nothing then.
      RUNLEVEL: '1',
    },
  }).status === 0

/** Debian's package, where we are root on a Debian. */
function debianRedis() {
  if (process.getuid?.() !== 0 || !apt('--version')) {
    return undefined
  }
  console.log('  No Redis yet: asking Debian for one …')
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'redis-server')
  return systemRedis()
}

/**
 * The path of a Redis server that runs on this machine: REDIS_SERVER_PATH, the system's, or Debian's package; undefined
 * where none can be had.
 */
export function findRedis() {
  const { REDIS_SERVER_PATH } = process.env
  if (REDIS_SERVER_PATH) {
    if (!runs(REDIS_SERVER_PATH)) {
      throw new PlainError(
        `REDIS_SERVER_PATH is wrong: ${REDIS_SERVER_PATH} does not run.`
      )
    }
    return REDIS_SERVER_PATH
  }
  return systemRedis() ?? debianRedis()
}
