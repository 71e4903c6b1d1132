import type { FastifyInstance } from 'fastify'
import { validate as isUuid } from 'uuid'

import { auditExport } from 'src/lib/audit/auditExport'
import { exportContact } from 'src/lib/privacy/export/exportContact'

import { admit } from './admit'
import { refusal } from './refusal'

/** `GET …/contacts/<id>.zip`: all that is kept of a contact, for administrators. */
export async function privacyRoutes(fastify: FastifyInstance) {
  const onRequest = admit({ roles: ['ADMIN'], scope: 'CONFIGURE' })
  fastify.get<{ Params: { id: string } }>(
    '/contacts/:id.zip',
    { onRequest },
    async (request, reply) => {
      const { id } = request.params
      const archive = isUuid(id) ? await exportContact(id) : null
      if (!archive) {
        const message = 'This contact does not exist.'
        return reply.code(404).send(refusal(message, 'NOT_FOUND'))
      }
      await auditExport(request, 'exportContact', { contact: id })
      // Who goes away in the middle has it given up.
      reply.raw.once('close', () => archive.destroy())
      return reply
        .header('content-type', 'application/zip')
        .header(
          'content-disposition',
          `attachment; filename="contact-${id}.zip"`
        )
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        .send(archive)
    }
  )
}
