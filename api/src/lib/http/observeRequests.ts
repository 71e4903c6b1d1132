import type { IncomingMessage } from 'node:http'

import { context, propagation, type Span, trace } from '@opentelemetry/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { v4 as uuid } from 'uuid'

import { LAMBDA_FUNCTIONS } from '@redwoodjs/api-server/dist/plugins/lambdaLoader'

import { config } from 'src/lib/config/config'
import { withLogFields } from 'src/lib/logFields'
import { countRequest } from 'src/lib/metrics/requests'
import { markFailed, tracer } from 'src/lib/tracing/traced'

/** What a proxy in front may call a request; anything else could forge lines of the log. */
const REQUEST_ID = /^[\w.:-]{1,64}$/

/** The id that the proxy gave (`X-Request-Id`), or a new one. */
export const requestIdOf = ({ headers }: IncomingMessage) => {
  const given = String(headers['x-request-id'] ?? '')
  return REQUEST_ID.test(given) ? given : uuid()
}

/** The pattern that the URL fitted: whatever is asked for, there are few. */
const routeOf = (request: FastifyRequest) => {
  const { routeName } = (request.params ?? {}) as { routeName?: string }
  if (routeName) {
    return routeName in LAMBDA_FUNCTIONS ? `/${routeName}` : 'none'
  }
  // Fastify makes this object anew each time.
  return request.routeOptions.url ?? 'none'
}

const spans = new WeakMap<FastifyRequest, Span>()

const begin = (request: FastifyRequest) => {
  const parent = propagation.extract(context.active(), request.headers)
  const attributes = {
    'http.request.method': request.method,
    'request.id': request.id,
  }
  spans.set(request, tracer.startSpan(request.method, { attributes }, parent))
}

const end = (span: Span, name: string, route: string, statusCode: number) => {
  span.updateName(name)
  span.setAttributes({
    'http.route': route,
    'http.response.status_code': statusCode,
  })
  if (statusCode >= 500) {
    markFailed(span)
  }
  span.end()
}

const within = (request: FastifyRequest, go: () => void) => {
  const fields = { requestId: request.id }
  const span = spans.get(request)
  if (span) {
    const inSpan = trace.setSpan(context.active(), span)
    context.with(inSpan, () => withLogFields(fields, go))
  } else {
    withLogFields(fields, go)
  }
}

/** Each request has an id, which its answer and all its lines in the log carry; it is counted, and traced where that is configured. */
export function observeRequests(server: FastifyInstance) {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    if (config.traces) {
      begin(request)
    }
    within(request, done)
  })
  // A body comes by events of the connection, which know nothing of the request.
  server.addHook('preValidation', (request, _reply, done) =>
    within(request, done)
  )
  server.addHook('onResponse', (request, reply, done) => {
    const { statusCode, elapsedTime } = reply
    const route = routeOf(request)
    const span = spans.get(request)
    if (span) {
      end(span, `${request.method} ${route}`, route, statusCode)
    }
    if (!/event-stream/.test(String(reply.getHeader('content-type')))) {
      countRequest(route, statusCode, elapsedTime / 1000)
    }
    done()
  })
}
