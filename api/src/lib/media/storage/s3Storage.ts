import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ReadableStream } from 'node:stream/web'

import { AwsClient } from 'aws4fetch'
import { validate as isUuid } from 'uuid'

import { NotStoredError, type Storage } from './storage'

export interface S3Options {
  bucket: string
  /** The origin of a server that speaks S3. */
  endpoint: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** An answer of 5xx or 429 is asked for again so often, by aws4fetch, with growing pauses. */
const RETRIES = 3

const LONGEST_MS = 60_000

/**
 * Keeps files in a bucket of S3 or of a server that speaks it (MinIO, R2, …), each under its id. The bucket is part of
 * the path, which all of them understand.
 */
export function s3Storage({
  bucket,
  endpoint,
  ...account
}: S3Options): Storage {
  const client = new AwsClient({ ...account, service: 's3', retries: RETRIES })

  const ask = async (key: string, init: RequestInit = {}) => {
    // Nothing else becomes a path.
    if (!isUuid(key)) {
      throw new NotStoredError()
    }
    const signal = AbortSignal.timeout(LONGEST_MS)
    const url = `${endpoint}/${bucket}/${key}`
    const response = await client.fetch(url, { signal, ...init })
    if (response.ok) {
      return response
    }
    await response.body?.cancel()
    if (response.status === 404) {
      throw new NotStoredError()
    }
    throw new Error(`The media storage answered ${response.status}`)
  }

  return {
    put: async (key, content) => {
      // Whole, because its checksum is signed before it is sent.
      const body = Buffer.isBuffer(content) ? content : await buffer(content)
      const answer = await ask(key, { method: 'PUT', body })
      await answer.body?.cancel()
    },
    get: async (key, range) => {
      const headers = range
        ? { Range: `bytes=${range.start}-${range.end}` }
        : undefined
      const { body } = await ask(key, { headers })
      return body ? Readable.fromWeb(body as ReadableStream) : Readable.from([])
    },
    delete: async (key) => {
      try {
        const answer = await ask(key, { method: 'DELETE' })
        await answer.body?.cancel()
      } catch (error) {
        if (!(error instanceof NotStoredError)) {
          throw error
        }
      }
    },
    check: async () => {
      try {
        await ask(randomUUID(), { method: 'HEAD' })
      } catch (error) {
        // It let us look. Who may not list the bucket would hear 403 of any file that is not there.
        if (!(error instanceof NotStoredError)) {
          throw error
        }
      }
    },
  }
}
