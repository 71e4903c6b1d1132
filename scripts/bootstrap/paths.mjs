import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root, wherever a command was called from. */
export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..'
)

export const inRoot = (...names) => path.join(root, ...names)
