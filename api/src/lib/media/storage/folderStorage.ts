import { randomUUID } from 'node:crypto'
import {
  access,
  constants,
  type FileHandle,
  mkdir,
  open,
  rename,
  rm,
} from 'node:fs/promises'
import path from 'node:path'

import { validate as isUuid } from 'uuid'

import { NotStoredError, type Storage } from './storage'

const isMissing = (error: unknown) =>
  (error as { code?: unknown }).code === 'ENOENT'

/** Does something with an open file or folder, writes through to the disk, and closes it. */
const withSync = async (
  file: FileHandle,
  write: () => Promise<void> = async () => {}
) => {
  try {
    await write()
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Names last only when their folder, too, is on the disk. Windows opens no folders, and keeps names by itself. */
const syncFolder = async (folder: string) => {
  if (process.platform !== 'win32') {
    await withSync(await open(folder))
  }
}

/**
 * Keeps files in a folder, which is made when it is first needed; spread over 256 folders by the last two digits of
 * their ids, which are random.
 */
export function folderStorage(root: string): Storage {
  const placeOf = (key: string) => {
    // Nothing else becomes a path.
    if (!isUuid(key)) {
      throw new NotStoredError()
    }
    return path.join(root, key.slice(-2), key)
  }

  return {
    put: async (key, content) => {
      const place = placeOf(key)
      const folder = path.dirname(place)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const unfinished = `${place}.${randomUUID()}.part`
      try {
        const file = await open(unfinished, 'wx', 0o600)
        await withSync(file, () => file.writeFile(content))
        await rename(unfinished, place)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
      await syncFolder(folder)
      await syncFolder(root)
    },
    get: async (key, range) => {
      const place = placeOf(key)
      try {
        const file = await open(place)
        return file.createReadStream(range)
      } catch (error) {
        throw isMissing(error) ? new NotStoredError() : error
      }
    },
    delete: async (key) => rm(placeOf(key), { force: true }),
    check: async () => {
      await mkdir(root, { recursive: true, mode: 0o700 })
      await access(root, constants.R_OK | constants.W_OK)
    },
  }
}
