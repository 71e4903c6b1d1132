import type {
  FastifyReply,
  FastifyRequest,
  HookHandlerDoneFunction,
} from 'fastify'

import { config } from 'src/lib/config/config'
import { countRefusal } from 'src/lib/metrics/requests'

import { refusal } from './refusal'

const READS = ['GET', 'HEAD', 'OPTIONS']

/** A read of these opens something that lasts, or may do what it says in the address. */
const IS_GRAPHQL = /^\/graphql(\/|\?|$)/

const isOurs = (origin: string, host: string | undefined) =>
  origin === config.publicOrigin ||
  (URL.canParse(origin) && new URL(origin).host === host)

/**
 * No page of somebody else's does anything by the login of who looks at it, nor logs them in as somebody else. The cookie
 * is SameSite=Strict, which keeps other sites off; not so other ports and subdomains of this one, which the browser names
 * in `Origin`. By a key, which it would have to know, any page may ask.
 */
export function refuseForeignPages(
  { method, headers, url }: FastifyRequest,
  reply: FastifyReply,
  done: HookHandlerDoneFunction
) {
  const { authorization, cookie, host, origin } = headers
  const site = headers['sec-fetch-site']
  if (
    (READS.includes(method) && !IS_GRAPHQL.test(url)) ||
    (!cookie && authorization)
  ) {
    return done()
  }
  const isForeign = origin
    ? !isOurs(origin, host)
    : site === 'cross-site' || site === 'same-site'
  if (isForeign) {
    countRefusal('foreign_page')
    const message = 'This comes from the page of another origin.'
    void reply.code(403).send(refusal(message, 'FORBIDDEN'))
    return
  }
  done()
}
