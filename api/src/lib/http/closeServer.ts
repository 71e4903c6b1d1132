import { setTimeout as pause } from 'node:timers/promises'

import type { FastifyInstance } from 'fastify'

import { config } from 'src/lib/config/config'
import { stopStreams } from 'src/lib/graphql/streams/openStreams'

import { beginDraining } from './draining'

/** What is in hand may take so long: a send waits no longer for Twilio once the process stops. */
const GRACE_MS = 10_000

/** Has a load balancer go elsewhere while all is still answered: `health` is 503, and each answer ends its connection. */
export async function drain() {
  beginDraining()
  await pause(config.drainSeconds * 1000)
}

/**
 * Stops answering: nothing new is taken, what is in hand is answered. Live streams would last for ever, so they are
 * broken off; their listeners connect again by themselves, and not here.
 */
export async function closeServer(server: FastifyInstance) {
  const cut = setTimeout(() => server.server.closeAllConnections(), GRACE_MS)
  beginDraining()
  const closed = server.close()
  stopStreams()
  await closed
  clearTimeout(cut)
}
