import { createServer as createHttpServer } from 'node:http'

import compress from '@fastify/compress'
import fastify, { type FastifyInstance } from 'fastify'

import { redwoodFastifyWeb } from '@redwoodjs/fastify-web'

import { FUNCTIONS } from './apiServer'
import { endConnectionsWhenDraining } from './draining'
import { fastifyLogger } from './fastifyLogger'
import { refuseBadAddresses } from './refuseBadAddresses'
import { addPageHeaders } from './securityHeaders'
import { guardConnections, SLOW_CLIENTS } from './slowClients'

/** What is under /assets/ has the hash of its content in its name: it never changes. */
const keepAssets = (web: FastifyInstance) =>
  web.addHook('onSend', async ({ url }, reply) => {
    if (url.startsWith('/assets/') && reply.statusCode === 200) {
      reply.header('Cache-Control', 'public, max-age=31536000, immutable')
    }
  })

/**
 * The pages, on a port where the functions answer too: what goes to a function is handed to the API's own router, in
 * this process, without a proxy in between.
 */
export async function createWebServer(api: FastifyInstance) {
  const web = fastify({
    logger: fastifyLogger,
    disableRequestLogging: true,
    frameworkErrors: refuseBadAddresses,
    serverFactory: (servePage) =>
      createHttpServer(SLOW_CLIENTS, (request, response) =>
        request.url?.startsWith(`${FUNCTIONS}/`)
          ? api.routing(request, response)
          : servePage(request, response)
      ),
  })
  guardConnections(web.server)
  endConnectionsWhenDraining(web)
  await web.register(compress)
  await addPageHeaders(web)
  keepAssets(web)
  await web.register(redwoodFastifyWeb)
  return web
}
