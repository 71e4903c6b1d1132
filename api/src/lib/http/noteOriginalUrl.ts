import type { FastifyRequest } from 'fastify'

/** The URL as it came, for the signature; whatever a client puts there is overwritten. */
export const noteOriginalUrl = async (request: FastifyRequest) => {
  request.headers['x-original-url'] = request.originalUrl
}
