import type { FastifyInstance } from 'fastify'

import { whoAsks } from 'src/lib/access/whoAsks'
import { ledgerCsv } from 'src/lib/consent/ledgerCsv'

import { NOT_LOGGED_IN, refusal } from './refusal'
import { sendCsv } from './sendCsv'

/** `GET …/consent.csv`: the ledger of consent, for administrators. Past Redwood's adapter, which keeps each answer whole in memory. */
export async function consentRoutes(fastify: FastifyInstance) {
  fastify.get('/consent.csv', async (request, reply) => {
    const user = await whoAsks(request.headers)
    if (!user) {
      return reply.code(401).send(NOT_LOGGED_IN)
    }
    if (!user.roles.includes('ADMIN')) {
      const message = "You don't have access to do that."
      return reply.code(403).send(refusal(message, 'FORBIDDEN'))
    }
    return sendCsv(reply, 'consent.csv', ledgerCsv())
  })
}
