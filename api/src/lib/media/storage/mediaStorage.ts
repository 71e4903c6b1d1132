import path from 'node:path'

import { getPaths } from '@redwoodjs/project-config'

import { config } from 'src/lib/config/config'

import { folderStorage } from './folderStorage'
import { s3Storage } from './s3Storage'
import type { Storage } from './storage'

/** The storage of this process: a bucket where one is configured, else a folder. */
export const mediaStorage: Storage = config.mediaBucket
  ? s3Storage(config.mediaBucket)
  : folderStorage(path.resolve(getPaths().base, config.mediaFolder))
