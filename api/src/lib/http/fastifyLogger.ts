import type { FastifyBaseLogger } from 'fastify'

import { logger } from 'src/lib/logger'

/**
 * Our logger, for what Fastify says by itself: one of its own would not go through the one door of the log. (Fastify's
 * type names a property that pino has at run time, and whose own type does not say so.)
 */
export const fastifyLogger = logger as unknown as FastifyBaseLogger
