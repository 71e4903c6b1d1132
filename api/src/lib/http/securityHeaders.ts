import helmet from '@fastify/helmet'
import fastify, { type FastifyInstance } from 'fastify'

import { config } from 'src/lib/config/config'

const isHttps = config.publicOrigin.startsWith('https:')

/** A browser that was once told so comes by https only. */
const HSTS = isHttps && { maxAge: 31_536_000, includeSubDomains: false }

/**
 * A page runs what lies in its own files, and nothing else. What Radix lays over the page is placed and kept from
 * scrolling by style elements, which can't be told beforehand; without scripts they harm nobody.
 */
const PAGE = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'script-src-attr': ["'none'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  // What somebody is about to send.
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'data:', 'blob:'],
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  ...(isHttps ? { 'upgrade-insecure-requests': [] } : {}),
}

/** What a function answers is no page. */
const FUNCTION = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
}

type Directives = Record<string, string[]>

/** Those that helmet adds to an answer. */
const headersOf = async (directives: Directives) => {
  const server = fastify()
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    hsts: HSTS,
    referrerPolicy: { policy: 'same-origin' },
  })
  server.get('/with', async () => '')
  server.get('/without', { helmet: false }, async () => '')
  const { headers } = await server.inject('/with')
  const others = (await server.inject('/without')).headers
  await server.close()
  return Object.entries(headers)
    .filter(([name]) => !(name in others))
    .map(([name, value]): [string, string] => [name, String(value)])
}

/** They are the same for each answer, for which helmet would make them anew: a twelfth of what a webhook costs. */
const addHeaders = async (server: FastifyInstance, directives: Directives) => {
  const headers = await headersOf(directives)
  server.addHook('onRequest', (_request, { raw }, done) => {
    headers.forEach(([name, value]) => raw.setHeader(name, value))
    done()
  })
}

export const addPageHeaders = (server: FastifyInstance) =>
  addHeaders(server, PAGE)

/** In development GraphiQL is a page of GraphQL's, with scripts from elsewhere. */
export const addFunctionHeaders = async (server: FastifyInstance) => {
  if (process.env.NODE_ENV !== 'development') {
    await addHeaders(server, FUNCTION)
  }
}
