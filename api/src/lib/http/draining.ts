import type { FastifyInstance } from 'fastify'

let draining = false

/** Whether this process is about to end: `health` says so, that a load balancer sends nothing more. */
export const isDraining = () => draining

export const beginDraining = () => {
  draining = true
}

/**
 * From then on each answer ends its connection, also one that was in hand already: what is sent on a connection that is
 * just being closed is lost, and one that is kept for a next request keeps the server from closing.
 */
export const endConnectionsWhenDraining = (server: FastifyInstance) =>
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining) {
      reply.header('connection', 'close')
    }
    done()
  })
