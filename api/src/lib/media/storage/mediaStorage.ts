import path from 'node:path'

import { getPaths } from '@redwoodjs/project-config'

import { config } from 'src/lib/config/config'

import { folderStorage } from './folderStorage'
import type { Storage } from './storage'

/** The storage of this process. */
export const mediaStorage: Storage = folderStorage(
  path.resolve(getPaths().base, config.mediaFolder)
)
