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
export async function readBody(
  body: IncomingMessage,
  { most, endless }: Limits
): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > most) {
      parts.length = 0
    } else {
      parts.push(part)
    }
    if (size > endless) {
      break
    }
  }
  return size > most ? null : Buffer.concat(parts)
}
