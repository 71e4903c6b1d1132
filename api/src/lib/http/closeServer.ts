import type { FastifyInstance } from 'fastify'

const GRACE_MS = 3_000

/**
 * Stops answering: nothing new is taken, what is in hand is answered. Live streams would last for ever, so after three
 * seconds they are cut; the pages connect again by themselves.
 */
export async function closeServer(server: FastifyInstance) {
  const cut = setTimeout(() => server.server.closeAllConnections(), GRACE_MS)
  await server.close()
  clearTimeout(cut)
}
