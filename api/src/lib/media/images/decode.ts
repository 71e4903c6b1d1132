import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

const LONGEST_MS = 20_000

/** Pixels as they are, four bytes each: red, green, blue, alpha. */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array
}

/**
 * Decodes what sharp can't, in a thread of its own: HEIC (sharp's binaries leave the patented HEVC out) and BMP.
 *
 * @throws what the libraries throw, or after twenty seconds
 */
export async function decode(
  format: 'heic' | 'bmp',
  bytes: Buffer,
  mostPixels: number
): Promise<Pixels> {
  const worker = new Worker(path.join(__dirname, 'decoder.js'), {
    workerData: { format, bytes, mostPixels },
  })
  try {
    const signal = AbortSignal.timeout(LONGEST_MS)
    const [pixels] = await once(worker, 'message', { signal })
    return pixels
  } finally {
    await worker.terminate()
  }
}
