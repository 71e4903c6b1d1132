import { spawnSync } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { PlainError } from './errors.mjs'
import { inRoot, root } from './paths.mjs'

const NOBODY = 65534

/** Where the cluster lies; another major version of PostgreSQL will need another place. */
export const dataIn = (home) => path.join(home, '17')

/**
 * Runs PostgreSQL's programs, as `uid` if one is given. No pipe on stdout: the server would inherit it and hold
 * the call open for as long as it lives; stderr is read of programs that leave no server behind.
 */
const runner = (home, { prefix = [], uid }) =>
  function run(command, args, { readErrors = false } = {}) {
    const [file, ...rest] = [...prefix, command, ...args]
    const { status, error, stderr } = spawnSync(file, rest, {
      ...(uid ? { uid, gid: uid } : {}),
      cwd: home,
      windowsHide: true,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', readErrors ? 'pipe' : 'ignore'],
    })
    return { status: error ? -1 : status, output: error?.message ?? stderr }
  }

/** Copies the binaries out of a clone that other users can't enter. */
function copyBinaries({ folder, initdb, pgCtl }, home) {
  const target = path.join(home, 'postgres')
  if (!fs.existsSync(target)) {
    const mine = `${target}.${process.pid}`
    fs.cpSync(folder, mine, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', mine])
    try {
      fs.renameSync(mine, target)
    } catch {
      fs.rmSync(mine, { recursive: true }) // lost the race
    }
  }
  const moved = (file) => path.join(target, path.relative(folder, file))
  return { folder: target, initdb: moved(initdb), pgCtl: moved(pgCtl) }
}

const ownerOf = (file) =>
  fs.existsSync(file) ? fs.statSync(file).uid : undefined

/** The ways in which root can run what refuses to run as root, the better first. */
function* waysForRoot(binaries) {
  const hash = crypto.createHash('sha256').update(root).digest('hex')
  const open = `/var/lib/heliograph-${hash.slice(0, 12)}`
  // What lies there once, stays there, whatever this machine learns to do later.
  if (!fs.existsSync(dataIn(open))) {
    const home = inRoot('.pg')
    // Data that a person made stays theirs when root comes by with sudo.
    yield { home, binaries, uid: ownerOf(dataIn(home)) || NOBODY }
    // A folder closed to others (/root): in a namespace of its own, this user looks like nobody.
    const ids = [`--map-user=${NOBODY}`, `--map-group=${NOBODY}`]
    yield { home, binaries, uid: 0, prefix: ['unshare', '-U', ...ids] }
  }
  // No namespaces (many containers): data and programs in a folder that is open.
  fs.mkdirSync(open, { recursive: true })
  yield { home: open, binaries: copyBinaries(binaries, open), uid: NOBODY }
}

/** Gives the folder and what is in it to the user who shall run the server. */
function own(file, uid) {
  if (ownerOf(file) !== undefined && ownerOf(file) !== uid) {
    spawnSync('chown', ['-R', `${uid}:${uid}`, file])
  }
}

function asRoot(binaries) {
  for (const { home, binaries: programs, uid, prefix } of waysForRoot(
    binaries
  )) {
    fs.mkdirSync(home, { recursive: true })
    const before = ownerOf(home)
    fs.chownSync(home, uid, uid)
    const run = runner(home, { prefix, uid })
    // As that user, is the folder entered, and are the programs readable?
    if (run(programs.initdb, ['--version']).status === 0) {
      own(dataIn(home), uid)
      return { home, binaries: programs, run, own: (file) => own(file, uid) }
    }
    fs.chownSync(home, before, before)
  }
  throw new PlainError(
    'PostgreSQL does not run as root here: run this as another user, or set DATABASE_URL to a PostgreSQL server.'
  )
}

/**
 * Who runs the embedded PostgreSQL, from which programs, and in which folder. PostgreSQL refuses to run as root,
 * so root runs it as somebody else.
 */
export function postgresUser(binaries) {
  if (process.getuid?.() === 0) {
    return asRoot(binaries)
  }
  const home = inRoot('.pg')
  fs.mkdirSync(home, { recursive: true })
  return { home, binaries, run: runner(home, {}), own: () => {} }
}
