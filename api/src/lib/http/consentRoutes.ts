import type { FastifyInstance } from 'fastify'

import { auditExport } from 'src/lib/audit/auditExport'
import { ledgerCsv } from 'src/lib/consent/ledgerCsv'

import { admit } from './admit'
import { sendCsv } from './sendCsv'

/** `GET …/consent.csv`: the ledger of consent, for administrators. Past Redwood's adapter, which keeps each answer whole in memory. */
export async function consentRoutes(fastify: FastifyInstance) {
  const onRequest = admit({ roles: ['ADMIN'], scope: 'CONFIGURE' })
  fastify.get('/consent.csv', { onRequest }, async (request, reply) => {
    await auditExport(request, 'exportConsent')
    return sendCsv(reply, 'consent.csv', ledgerCsv())
  })
}
