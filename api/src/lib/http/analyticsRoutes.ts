import type { FastifyInstance } from 'fastify'

import { UserInputError } from '@redwoodjs/graphql-server'

import { analyticsCsv } from 'src/lib/analytics/analyticsCsv'
import { readSpan } from 'src/lib/analytics/readSpan'
import { auditExport } from 'src/lib/audit/auditExport'

import { admit } from './admit'
import { refusal } from './refusal'
import { sendCsv } from './sendCsv'

const words = { type: 'string' } as const

/** One of each: twice the same parameter is no text. */
const querystring = {
  type: 'object',
  properties: { from: words, to: words, timeZone: words, channel: words },
} as const

/** `GET …/analytics.csv?from=2026-03-01&to=2026-03-31&timeZone=Europe/Berlin&channel=SMS`: the figures, for who is logged in. */
export async function analyticsRoutes(fastify: FastifyInstance) {
  fastify.get<{ Querystring: Parameters<typeof readSpan>[0] }>(
    '/analytics.csv',
    { schema: { querystring }, onRequest: admit({ scope: 'READ' }) },
    async (request, reply) => {
      const { query } = request
      try {
        const csv = await analyticsCsv(readSpan(query))
        const { from, to, channel } = query
        await auditExport(request, 'exportAnalytics', {
          from,
          to,
          channel: channel ?? undefined,
        })
        return await sendCsv(reply, 'analytics.csv', csv)
      } catch (error) {
        if (error instanceof UserInputError) {
          return reply.code(400).send(refusal(error.message, 'BAD_USER_INPUT'))
        }
        throw error
      }
    }
  )
}
