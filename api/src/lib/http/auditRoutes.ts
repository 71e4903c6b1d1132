import { AuditGroup } from '@prisma/client'
import type { FastifyInstance } from 'fastify'

import { auditExport } from 'src/lib/audit/auditExport'
import { entriesCsv } from 'src/lib/audit/entriesCsv'

import { admit } from './admit'
import { sendCsv } from './sendCsv'

const words = { type: 'string', maxLength: 200 } as const

/** A time with its zone: without one, it would be the server's. */
const time = {
  type: 'string',
  pattern:
    '^[12]\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)$',
} as const

/** The fields of AuditFilter. */
const querystring = {
  type: 'object',
  properties: {
    search: words,
    actorId: words,
    group: { type: 'string', enum: Object.values(AuditGroup) },
    action: words,
    subjectType: words,
    subjectId: words,
    from: { ...time, format: 'date-time' },
    to: { ...time, format: 'date-time' },
  },
} as const

type Query = Partial<
  Record<Exclude<keyof typeof querystring.properties, 'group'>, string>
> & { group?: AuditGroup }

/** `GET …/audit.csv?actorId=…&from=2026-03-01T00:00:00Z`: the audit log, or what a filter leaves of it, for administrators. */
export async function auditRoutes(fastify: FastifyInstance) {
  const onRequest = admit({ roles: ['ADMIN'], scope: 'CONFIGURE' })
  fastify.get<{ Querystring: Query }>(
    '/audit.csv',
    { schema: { querystring }, onRequest },
    async (request, reply) => {
      const { query } = request
      await auditExport(request, 'exportAuditLog', query)
      return sendCsv(reply, 'audit.csv', entriesCsv(query))
    }
  )
}
