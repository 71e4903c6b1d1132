import { inRoot } from './paths.mjs'

/** A program of Redwood's own, by its file: a machine with only npm may have no `yarn` to call it by. */
const bin = (name) =>
  inRoot('node_modules', '@redwoodjs', 'core', 'dist', 'bins', `${name}.js`)

/** Redwood's CLI: what `rw` would be if package.json had no script of that name. */
export const REDWOOD = bin('redwood')

export const API_SERVER = bin('rw-api-server-watch')
export const LOG_FORMATTER = bin('rw-log-formatter')
export const TYPE_GENERATOR = bin('rw-gen')
export const TYPE_WATCHER = bin('rw-gen-watch')
export const VITE_SERVER = inRoot(
  ...['node_modules', '@redwoodjs', 'vite', 'bins', 'rw-vite-dev.mjs']
)
export const VITE_BUILD = inRoot(
  ...['node_modules', '@redwoodjs', 'vite', 'bins', 'rw-vite-build.mjs']
)
export const JEST = bin('jest')
export const ESLINT = bin('eslint')
