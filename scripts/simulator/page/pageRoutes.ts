import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { FastifyInstance } from 'fastify'

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** Pictures from the control API are all that the page loads besides its own files. */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'"

/** The handset page: plain files, read for each request so that an edit needs no restart. */
export async function pageRoutes(app: FastifyInstance) {
  app.get('/', (_request, reply) => reply.redirect('/page/index.html'))
  app.get<{ Params: { file: string } }>(
    '/page/:file(^[a-zA-Z]+[.](?:html|css|js|svg)$)',
    async ({ params: { file } }, reply) => {
      const content = await readFile(path.join(__dirname, 'files', file)).catch(
        () => null
      )
      if (!content) return reply.code(404).send({ message: 'Not found' })
      return reply
        .type(TYPES[file.split('.')[1]])
        .header('content-security-policy', CONTENT_SECURITY_POLICY)
        .header('cache-control', 'no-cache')
        .send(content)
    }
  )
}
