import type { FastifyReply, FastifyRequest } from 'fastify'

import { config } from 'src/lib/config/config'

import { refusal } from './refusal'

const READS = ['GET', 'HEAD', 'OPTIONS']

const isOurs = (origin: string, host: string | undefined) =>
  origin === config.publicOrigin ||
  (URL.canParse(origin) && new URL(origin).host === host)

/**
 * No page of somebody else's does anything by the login of who looks at it. The cookie is SameSite=Strict, which keeps
 * other sites off; not so other ports and subdomains of this one, which the browser names in `Origin`.
 */
export async function refuseForeignPages(
  { method, headers }: FastifyRequest,
  reply: FastifyReply
) {
  const { cookie, host, origin } = headers
  const site = headers['sec-fetch-site']
  if (READS.includes(method) || !cookie) {
    return
  }
  const isForeign = origin
    ? !isOurs(origin, host)
    : site === 'cross-site' || site === 'same-site'
  if (isForeign) {
    const message = 'This comes from the page of another origin.'
    return reply.code(403).send(refusal(message, 'FORBIDDEN'))
  }
}
