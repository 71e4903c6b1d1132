import type { Readable } from 'node:stream'

/** The first and the last byte of a part of a file. */
export interface ByteRange {
  start: number
  end: number
}

/** Where the bytes of files lie. A key is one of our ids, and what lies under it never changes. */
export interface Storage {
  /** Resolves when the bytes would survive a crash; until then nobody sees them. */
  put: (key: string, content: Buffer | Readable) => Promise<void>
  /** @throws NotStoredError */
  get: (key: string, range?: ByteRange) => Promise<Readable>
  /** Also of what is not there. */
  delete: (key: string) => Promise<void>
  /** Rejects where nothing can be kept. */
  check: () => Promise<void>
}

/** There is nothing under this key. */
export class NotStoredError extends Error {}
