import type {
  FastifyReply,
  FastifyRequest,
  HookHandlerDoneFunction,
} from 'fastify'

import { countRefusal } from 'src/lib/metrics/requests'

import { refusal } from './refusal'

const IS_GRAPHQL = /^\/graphql(\/|\?|$)/

/** A stream that is asked for first and filled later (graphql-sse's single connection). */
const isReserved = ({ headers, query }: FastifyRequest) =>
  headers['x-graphql-event-stream-token'] !== undefined ||
  (query as { token?: unknown }).token !== undefined

/**
 * Of what GraphQL's servers take, only what somebody needs: JSON by POST, and GET. Files and forms can be sent by pages
 * of others without asking. Streams that are reserved before they are used are kept for ever, for whoever asks, and what
 * is subscribed to on them would outlive the right to it, as it is not the response of the stream that is watched.
 */
export function guardGraphql(
  request: FastifyRequest,
  reply: FastifyReply,
  done: HookHandlerDoneFunction
) {
  const { headers, method, url } = request
  if (!IS_GRAPHQL.test(url)) {
    return done()
  }
  const refuse = (status: number, message: string) => {
    countRefusal('graphql')
    void reply.code(status).send(refusal(message, 'BAD_USER_INPUT'))
  }
  if (!['GET', 'HEAD', 'POST', 'OPTIONS'].includes(method)) {
    return refuse(405, 'GraphQL is asked by POST or GET.')
  }
  if (isReserved(request)) {
    return refuse(400, 'Each subscription is a stream of its own.')
  }
  if (
    method === 'POST' &&
    !/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')
  ) {
    return refuse(415, 'GraphQL is asked by JSON.')
  }
  done()
}
