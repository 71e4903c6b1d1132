import type { FastifyInstance } from 'fastify'

import { ledgerCsv } from 'src/lib/consent/ledgerCsv'

import { admit } from './admit'
import { sendCsv } from './sendCsv'

/** `GET …/consent.csv`: the ledger of consent, for administrators. Past Redwood's adapter, which keeps each answer whole in memory. */
export async function consentRoutes(fastify: FastifyInstance) {
  const onRequest = admit({ roles: ['ADMIN'], scope: 'CONFIGURE' })
  fastify.get('/consent.csv', { onRequest }, async (_request, reply) =>
    sendCsv(reply, 'consent.csv', ledgerCsv())
  )
}
