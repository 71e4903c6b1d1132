import { spawn, spawnSync } from 'node:child_process'

import { root } from './paths.mjs'

const windows = process.platform === 'win32'

/** Runs a program to its end in the foreground. Rejects only when it can't be started. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      windowsHide: true,
      ...options,
    })
    options.onSpawn?.(child)
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

/** The same, with its output kept: { code, output }. */
export async function runQuietly(command, args, options = {}) {
  let output = ''
  const code = await run(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    onSpawn: (child) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text) => {
          output += text
          options.onText?.(text)
        })
      }
    },
  })
  return { code, output }
}

/** Node itself, on a file of this project. */
export const node = (args, options) => run(process.execPath, args, options)

/** Signals a program and all that it started. */
function signalGroup(child, signal) {
  if (windows) {
    spawnSync('taskkill', ['/pid', `${child.pid}`, '/t', '/f'])
    return
  }
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error
    }
  }
}

const groupLives = (child) => {
  try {
    process.kill(windows ? child.pid : -child.pid, 0)
    return true
  } catch {
    return false
  }
}

const GRACE_MS = 8_000

/** Asks a program and all that it started to end, and makes them when they don't. */
export async function stopGroup(child) {
  signalGroup(child, 'SIGTERM')
  for (const end = Date.now() + GRACE_MS; groupLives(child); ) {
    if (Date.now() > end) {
      signalGroup(child, 'SIGKILL')
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Starts a program as the head of a process group of its own, so that all of it can be stopped. */
export const startGroup = (command, args, options = {}) =>
  spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !windows,
    windowsHide: true,
    ...options,
  })
