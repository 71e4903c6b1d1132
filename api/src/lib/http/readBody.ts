import type { IncomingMessage } from 'node:http'

interface Limits {
  /** Bytes that are kept. */
  most: number
  /** Bytes after which nobody is listened to any longer. */
  endless: number
}

/**
 * Reads a body. Of one that is too large, the rest is read and dropped: Fastify's own limit hangs up instead, and then
 * neither a browser nor a proxy hears why.
 *
 * @returns null where it is too large
 */
export function readBody(
  body: IncomingMessage,
  { most, endless }: Limits
): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  // By events: an iterator over a stream costs as much as a twentieth of all that a webhook does.
  return new Promise((resolve, reject) => {
    body.on('data', (part: Buffer) => {
      size += part.length
      if (size > most) {
        parts.length = 0
      } else {
        parts.push(part)
      }
      if (size > endless) {
        body.destroy()
      }
    })
    body.once('error', reject)
    body.once('end', () => resolve(size > most ? null : Buffer.concat(parts)))
    // Also after its end; else it was broken off, by us or by whoever sends.
    body.once('close', () => {
      if (size > most) {
        resolve(null)
      } else if (!body.readableEnded) {
        const error = new Error('The body broke off')
        reject(Object.assign(error, { code: 'ECONNRESET' }))
      }
    })
  })
}
