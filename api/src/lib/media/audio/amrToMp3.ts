import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

const LONGEST_MS = 20_000

/** From here, and from the place of this file in the build. */
const THREAD = path.resolve(__dirname, '../../../../threads/amrToMp3.mjs')

/** The voice notes of phones, that no browser plays. */
const AMR_TYPES = new Set(['audio/amr', 'audio/amr-nb', 'audio/amr-wb'])

export const isAmr = (contentType: string) => AMR_TYPES.has(contentType)

/**
 * A voice note as MP3.
 *
 * @throws what the libraries throw (it is none), or after twenty seconds
 */
export async function amrToMp3(bytes: Buffer): Promise<Buffer> {
  const worker = new Worker(THREAD, { workerData: bytes })
  try {
    const signal = AbortSignal.timeout(LONGEST_MS)
    const [mp3] = await once(worker, 'message', { signal })
    return Buffer.from(mp3)
  } finally {
    await worker.terminate()
  }
}
