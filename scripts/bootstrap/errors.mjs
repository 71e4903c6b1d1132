import fs from 'node:fs'
import os from 'node:os'

import { root } from './paths.mjs'

/** A failure whose message says all that a person needs: it is printed as one line, without a stack. */
export class PlainError extends Error {}

const MEGABYTE = 1024 * 1024

/** Free megabytes where `folder` lies; Infinity where it can't be known. */
export function freeMegabytes(folder) {
  try {
    const { bavail, bsize } = fs.statfsSync(folder)
    return (bavail * bsize) / MEGABYTE
  } catch {
    return Infinity // Node before 18.15, or a folder that isn't there
  }
}

/** The folder whose disk is full, if one is. A full disk shows as a hundred different failures. */
export const fullDisk = () =>
  [root, os.homedir(), os.tmpdir()].find((folder) => freeMegabytes(folder) < 5)

/** One line for a failure that is understood, the stack for one that is not. */
export function describe(error) {
  const full = fullDisk()
  if (full || error.code === 'ENOSPC') {
    return `No space is left on the disk that holds ${full ?? root}: free some and run the same command again.`
  }
  return error instanceof PlainError ? error.message : error.stack
}
