import fs from 'node:fs'
import path from 'node:path'

import { inRoot } from '../paths.mjs'

/** The files under `folder` whose names match, by their paths from the root. */
export const filesUnder = (folder, pattern) =>
  fs
    .readdirSync(inRoot(folder), { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((name) => pattern.test(name))
    .sort()
