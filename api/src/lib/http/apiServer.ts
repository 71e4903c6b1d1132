import type { IncomingMessage } from 'node:http'

import type { FastifyInstance, FastifyRequest } from 'fastify'

import { createServer } from '@redwoodjs/api-server'

import { API_KEY_PROVIDER } from 'src/lib/auth'
import { config } from 'src/lib/config/config'

import { answerErrors } from './answerErrors'
import { endConnectionsWhenDraining } from './draining'
import { fastifyLogger } from './fastifyLogger'
import { guardGraphql } from './guardGraphql'
import { limitAddresses } from './limitAddresses'
import { noteOriginalUrl } from './noteOriginalUrl'
import { observeRequests, requestIdOf } from './observeRequests'
import { refuseBadAddresses } from './refuseBadAddresses'
import { refuseForeignPages } from './refuseForeignPages'
import { ROUTES } from './routes'
import { addFunctionHeaders } from './securityHeaders'
import { guardConnections, SLOW_CLIENTS } from './slowClients'

export const FUNCTIONS = '/.redwood/functions'

/** More than any GraphQL document and its variables need: webhooks and files have limits of their own. */
const MAX_BODY_BYTES = 512 * 1024

/** The functions answer with and without their public prefix: a proxy in front may have taken it away. */
const withoutPrefix = ({ url = '/' }: { url?: string }) =>
  url.startsWith(`${FUNCTIONS}/`) ? url.slice(FUNCTIONS.length) : url

/** The edges read bodies themselves (a webhook only after its signature), so here nothing is parsed. */
const keepBodiesRaw = (fastify: FastifyInstance) => {
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('*', { parseAs: 'string' }, (_req, body, done) =>
    done(null, body)
  )
}

/**
 * Redwood asks for a session only where `auth-provider` is set, which programs with a bearer key don't know of; and an
 * Authorization header that is no such pair is an error of the server to it, where it is nobody's login to us.
 */
const recognizeBearerKeys = ({ headers }: FastifyRequest) => {
  const pair = /^(\S+) (\S+)$/.exec(headers.authorization ?? '')
  if (!pair) {
    // Only what is there: whatever was deleted from is slow to read from then on.
    if (headers.authorization !== undefined) {
      delete headers.authorization
    }
    if (headers['auth-provider'] !== undefined) {
      delete headers['auth-provider']
    }
  } else if (/^bearer$/i.test(pair[1]) && !headers['auth-provider']) {
    headers['auth-provider'] = API_KEY_PROVIDER
    // A key speaks for itself: a session that happens to be there must not.
    delete headers.cookie
  }
}

/** Yoga waits for ever for the body of a request whose parsed body has nothing in it. */
const refuseEmptyDocuments = (server: FastifyInstance) =>
  server.addHook('preHandler', (request, reply, done) => {
    const { body, headers, method, url } = request
    const isOperation = method === 'POST' && /^\/graphql(\/|\?|$)/.test(url)
    const isJson = headers['content-type']?.includes('json')
    if (
      isOperation &&
      isJson &&
      (typeof body !== 'object' || !body || Object.keys(body).length === 0)
    ) {
      const errors = [{ message: 'Must provide query string.' }]
      reply.code(400).send({ errors })
      return
    }
    done()
  })

/** The Redwood API: functions and GraphQL on one Fastify. */
export async function createApiServer() {
  const server = await createServer({
    logger: fastifyLogger,
    fastifyServerOptions: {
      bodyLimit: MAX_BODY_BYTES,
      disableRequestLogging: true,
      genReqId: requestIdOf,
      requestTimeout: SLOW_CLIENTS.requestTimeout,
      // Fastify passes it to `http.createServer`, Redwood's type does not know of it.
      ...({ http: SLOW_CLIENTS } as object),
      trustProxy: config.trustedProxies,
      frameworkErrors: refuseBadAddresses,
      rewriteUrl: (request: IncomingMessage) => withoutPrefix(request),
    },
    configureApiServer: (fastify) => {
      keepBodiesRaw(fastify)
      // Its lines carry the request's id anyway (see logFields).
      fastify.setChildLoggerFactory(() => fastifyLogger)
      ROUTES.forEach((routes) => fastify.register(routes))
    },
  })
  observeRequests(server)
  server.addHook('onRequest', (request, _reply, done) => {
    recognizeBearerKeys(request)
    done()
  })
  server.addHook('onRequest', noteOriginalUrl)
  server.addHook('onRequest', refuseForeignPages)
  server.addHook('onRequest', guardGraphql)
  server.addHook('onRequest', limitAddresses)
  answerErrors(server)
  guardConnections(server.server)
  endConnectionsWhenDraining(server)
  await addFunctionHeaders(server)
  refuseEmptyDocuments(server)
  return server
}
