import type { FastifyRequest, HookHandlerDoneFunction } from 'fastify'

/** The URL as it came, for the signature; whatever a client puts there is overwritten. */
export const noteOriginalUrl = (
  request: FastifyRequest,
  _reply: unknown,
  done: HookHandlerDoneFunction
) => {
  request.headers['x-original-url'] = request.originalUrl
  done()
}
