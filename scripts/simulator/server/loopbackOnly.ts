import type { FastifyReply, FastifyRequest } from 'fastify'

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]']

/**
 * The control API has no login, so it must hear nobody but this machine. Listening on loopback keeps other
 * machines out; this keeps out web pages whose name was made to resolve to 127.0.0.1.
 */
export async function loopbackOnly(
  request: FastifyRequest,
  reply: FastifyReply
) {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  if (!LOOPBACK_HOSTS.includes(host)) {
    return reply.code(403).send({ message: 'Only for this machine' })
  }
}
