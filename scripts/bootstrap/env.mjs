import fs from 'node:fs'
import path from 'node:path'

import { PlainError } from './errors.mjs'
import { inRoot } from './paths.mjs'

// dotenv's own grammar (https://github.com/motdotla/dotenv, lib/main.js). Copied, because the ports must be
// known before the install, and Node's own parser came only with 20.12.
const LINE =
  /^\s*(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?$/gm

export function parseEnv(text) {
  const entries = [...text.replace(/\r\n?/g, '\n').matchAll(LINE)].map(
    ([, name, raw = '']) => {
      const value = raw.trim()
      const quote = /^(['"`])([\s\S]*)\1$/.exec(value)
      if (!quote) {
        return [name, value]
      }
      return [
        name,
        quote[1] === '"' ? quote[2].replace(/\\n/g, '\n') : quote[2],
      ]
    }
  )
  return Object.fromEntries(entries)
}

const readEnv = (name) => {
  const file = inRoot(name)
  return fs.existsSync(file) ? parseEnv(fs.readFileSync(file, 'utf8')) : {}
}

/** Redwood's order: what is set wins, then `.env`, then `.env.defaults`; `.env.<NODE_ENV>` goes over all. */
export function loadEnv() {
  const { NODE_ENV } = process.env
  const over = NODE_ENV ? readEnv(`.env.${NODE_ENV}`) : {}
  const all = {
    ...readEnv('.env.defaults'),
    ...readEnv('.env'),
    ...process.env,
    ...over,
  }
  for (const [name, value] of Object.entries(all)) {
    process.env[name] = value
  }
}

/** What every Redwood and Prisma command needs around it. */
export function prepareEnv() {
  loadEnv()
  // Redwood's CLI calls a bare `yarn`, which a machine with only Node and npm has not.
  const bin = inRoot('node_modules', '.bin')
  const name =
    Object.keys(process.env).find((key) => /^path$/i.test(key)) ?? 'PATH'
  const entries = (process.env[name] ?? '').split(path.delimiter)
  process.env[name] = [bin, ...entries.filter((entry) => entry !== bin)].join(
    path.delimiter
  )
  process.env.REDWOOD_DISABLE_TELEMETRY = '1'
  process.env.PRISMA_HIDE_UPDATE_MESSAGE = 'true'
  process.env.CHECKPOINT_DISABLE = '1' // Prisma's own telemetry
  process.env.YARN_ENABLE_TELEMETRY = '0'
}

const PORTS = {
  WEB_PORT: 8910,
  API_PORT: 8911,
  SIMULATOR_PORT: 8912,
  EMBEDDED_POSTGRES_PORT: 54329,
}

/** The port that a variable names, or its default. */
export function port(variable) {
  const value = process.env[variable] || PORTS[variable]
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    throw new PlainError(
      `${variable} must be a port number from 1 to 65535, not "${value}".`
    )
  }
  return number
}
