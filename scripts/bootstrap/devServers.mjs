import readline from 'node:readline'

import { port } from './env.mjs'
import { inRoot } from './paths.mjs'
import { startGroup } from './processes.mjs'
import {
  API_SERVER,
  LOG_FORMATTER,
  REDWOOD,
  TYPE_WATCHER,
  VITE_SERVER,
} from './redwood.mjs'

/** Copies a stream to ours, each line under the name of where it comes from. */
const print = (stream, name, to) =>
  readline
    .createInterface({ input: stream })
    .on('line', (line) => to.write(`${name} | ${line}\n`))

/**
 * @param {string} title what to call it when it dies
 * @param {string} name what its lines are marked with
 * @param {string[]} words Node's arguments
 */
function start(title, name, words, { format, ...options } = {}) {
  const child = startGroup(process.execPath, words, {
    // Vite ends when its stdin does: so it outlives neither us nor a `kill -9`.
    stdio: ['pipe', 'pipe', 'pipe'],
    ...options,
    env: {
      ...process.env,
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
      ...options.env,
    },
  })
  print(format ? format(child.stdout) : child.stdout, name, process.stdout)
  print(child.stderr, name, process.stderr)
  return Object.assign(child, { title })
}

/** Makes the API's JSON logs readable. It ends by itself, when there is nothing left to read. */
function formatLog(stream) {
  const formatter = startGroup(process.execPath, [LOG_FORMATTER], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  stream.pipe(formatter.stdin)
  return formatter.stdout
}

/** What `rw dev` starts, without the CLI and the five yarns in between: sooner, and each death is seen. */
const redwoodServers = () => [
  start(
    'The API server',
    'api',
    [API_SERVER, '--port', `${port('API_PORT')}`],
    {
      format: formatLog,
      env: {
        NODE_ENV: 'development',
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --enable-source-maps`,
      },
    }
  ),
  start('The web server', 'web', [VITE_SERVER], {
    cwd: inRoot('web'),
    env: { NODE_ENV: 'development', VITE_CJS_IGNORE_WARNING: 'true' },
  }),
]

/**
 * Starts the development servers.
 *
 * @param {string[]} args of `rw dev`: with any, Redwood's own command runs, which knows what they mean
 */
export const startDevServers = (args) => [
  start('The Twilio simulator', 'sim', [
    ...['--import', 'tsx', inRoot('scripts', 'simulator', 'simulator.ts')],
  ]),
  ...(args.length > 0
    ? [start('The Redwood dev server', 'rw', [REDWOOD, 'dev', ...args])]
    : redwoodServers()),
]

/** Keeps the types of GraphQL, routes and pages up to date for the editor: the servers don't wait for it. */
export const startTypeWatcher = () =>
  start('The type generator', 'gen', [TYPE_WATCHER])
