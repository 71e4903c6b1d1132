import { createServer as createHttpServer } from 'node:http'

import fastify, { type FastifyInstance } from 'fastify'

import { redwoodFastifyWeb } from '@redwoodjs/fastify-web'

import { config } from 'src/lib/config/config'

import { FUNCTIONS } from './apiServer'

/**
 * The pages, on a port where the functions answer too: what goes to a function is handed to the API's own router, in
 * this process, without a proxy in between.
 */
export async function createWebServer(api: FastifyInstance) {
  const web = fastify({
    logger: { level: config.logLevel },
    disableRequestLogging: true,
    serverFactory: (servePage) =>
      createHttpServer((request, response) =>
        request.url?.startsWith(`${FUNCTIONS}/`)
          ? api.routing(request, response)
          : servePage(request, response)
      ),
  })
  await web.register(redwoodFastifyWeb)
  return web
}
