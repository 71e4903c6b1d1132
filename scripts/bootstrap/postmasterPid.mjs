import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const fileIn = (data) => path.join(data, 'postmaster.pid')

/** What a running server writes beside its data: https://www.postgresql.org/docs/17/storage-file-layout.html */
function read(data) {
  try {
    const lines = fs.readFileSync(fileIn(data), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]) }
  } catch {
    return { pid: 0, port: 0 }
  }
}

/** The command line of a process: '' where there is none, undefined where it can't be known. */
function commandOf(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code === 'ESRCH') {
      return ''
    }
  }
  if (process.platform === 'linux') {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    } catch {
      return ''
    }
  }
  const { status, stdout } = spawnSync('ps', ['-o', 'command=', '-p', `${pid}`])
  return status === 0 ? `${stdout}` : undefined
}

const isPostgres = (command) =>
  command === undefined || command.includes('postgres')

/** The port of the server that runs on `data`, or undefined. */
export function runningPort(data) {
  const { pid, port } = read(data)
  return pid && port && isPostgres(commandOf(pid)) ? port : undefined
}

/**
 * Removes the mark of a server that is gone (power cut, kill -9) when its pid has since been given to another
 * program: PostgreSQL takes that for a running server and refuses to start, for ever. A mark whose pid is free
 * it removes by itself, without the race that we would have.
 */
export function clearForeignPid(data) {
  const { pid } = read(data)
  const command = pid ? commandOf(pid) : ''
  if (command && !isPostgres(command) && read(data).pid === pid) {
    fs.rmSync(fileIn(data), { force: true })
  }
}
