import type { FastifyInstance } from 'fastify'

import { logger } from 'src/lib/logger'
import { countRefusal } from 'src/lib/metrics/requests'

import { refusal } from './refusal'

interface Failure extends Error {
  statusCode?: number
  /** GraphQL's. */
  extensions?: { http?: { status?: number }; code?: string }
}

/**
 * What no route has answered itself. A document that GraphQL refuses before there is a stream to say so on is the
 * client's fault; of what went wrong here, nobody outside hears more than that it did.
 */
export const answerErrors = (server: FastifyInstance) =>
  server.setErrorHandler<Failure>((error, _request, reply) => {
    const { extensions, message, name, statusCode = 500 } = error
    if (name === 'GraphQLError') {
      countRefusal('graphql')
      return reply
        .code(extensions?.http?.status ?? 400)
        .send(refusal(message, extensions?.code ?? 'BAD_USER_INPUT'))
    }
    if (statusCode < 500) {
      return reply.send(error)
    }
    logger.error({ error }, 'A request could not be answered')
    return reply
      .code(statusCode)
      .send(refusal('Something went wrong.', 'INTERNAL_SERVER_ERROR'))
  })
