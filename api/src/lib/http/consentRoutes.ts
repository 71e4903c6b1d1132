import type { FastifyInstance } from 'fastify'

import { whoAsks } from 'src/lib/access/whoAsks'
import { ledgerCsv } from 'src/lib/consent/ledgerCsv'

const refusal = (message: string, code: string) => ({
  errors: [{ message, extensions: { code } }],
})

/** `GET …/consent.csv`: the ledger of consent, for administrators. Past Redwood's adapter, which keeps each answer whole in memory. */
export async function consentRoutes(fastify: FastifyInstance) {
  fastify.get('/consent.csv', async (request, reply) => {
    const user = await whoAsks(request.headers)
    if (!user) {
      const message = "You don't have permission to do that."
      return reply.code(401).send(refusal(message, 'UNAUTHENTICATED'))
    }
    if (!user.roles.includes('ADMIN')) {
      const message = "You don't have access to do that."
      return reply.code(403).send(refusal(message, 'FORBIDDEN'))
    }
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="consent.csv"')
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(ledgerCsv())
  })
}
