import type { Readable } from 'node:stream'

import type { FastifyReply } from 'fastify'

/** A file of CSV, to be saved. */
export const sendCsv = (
  reply: FastifyReply,
  name: string,
  csv: Readable | string
) =>
  reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(csv)
