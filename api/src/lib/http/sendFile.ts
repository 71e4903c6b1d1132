import type { StoredFile } from '@prisma/client'
import contentDisposition from 'content-disposition'
import type { FastifyReply, FastifyRequest } from 'fastify'
import parseRange from 'range-parser'

import { mediaStorage } from 'src/lib/media/storage/mediaStorage'

const RECORDING = /^(audio|video)\//

/** What a browser shows without running anything. SVG and HTML are documents with scripts: they are saved. */
const SHOWN =
  /^(audio\/.+|video\/.+|image\/(jpeg|png|gif|webp)|application\/pdf)$/

/**
 * Should a browser take a file for a page in spite of all, it is one that can do nothing and belongs to nobody. What is
 * allowed is what the browser's own pages around pictures, films and PDFs need; those around films fetch them again,
 * which a page of nobody's may not.
 */
const policyOf = (contentType: string) =>
  [
    "default-src 'none'",
    "img-src 'self'",
    "media-src 'self'",
    "object-src 'self'",
    "style-src 'unsafe-inline'",
    RECORDING.test(contentType) ? 'sandbox allow-same-origin' : 'sandbox',
  ].join('; ')

const headersOf = ({ contentType, name }: StoredFile) => ({
  'Content-Type': contentType,
  'Content-Disposition': contentDisposition(name ?? undefined, {
    type: SHOWN.test(contentType) ? 'inline' : 'attachment',
  }),
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': policyOf(contentType),
  'Cross-Origin-Resource-Policy': 'same-origin',
  // A file never changes; but a login ends.
  'Cache-Control': 'private, max-age=3600',
  'Accept-Ranges': 'bytes',
})

/** The one part that is asked for; null for the whole file, also where several parts are asked for. */
const rangeOf = ({ headers }: FastifyRequest, size: number) => {
  const ranges = parseRange(size, headers.range ?? '')
  if (ranges === -1) {
    return 'unsatisfiable'
  }
  return ranges !== -2 && ranges.type === 'bytes' && ranges.length === 1
    ? ranges[0]
    : null
}

/**
 * Answers with a file, or the part of it that a player seeks.
 *
 * @throws NotStoredError
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: StoredFile
) {
  const { id, size } = file
  const range = rangeOf(request, size)
  if (range === 'unsatisfiable') {
    return reply.code(416).header('Content-Range', `bytes */${size}`).send()
  }
  reply.headers(headersOf(file))
  if (!range) {
    const whole = await mediaStorage.get(id)
    return reply.header('Content-Length', size).send(whole)
  }
  const { start, end } = range
  const part = await mediaStorage.get(id, { start, end })
  return reply
    .code(206)
    .header('Content-Range', `bytes ${start}-${end}/${size}`)
    .header('Content-Length', end - start + 1)
    .send(part)
}
