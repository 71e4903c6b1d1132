import type { FastifyReply, FastifyRequest } from 'fastify'
import pino from 'pino'

import { config } from './config/config'
import { describeError } from './describeError'
import { logFields } from './logFields'
import { maskedStream } from './privacy/logs/maskedStream'

/**
 * Lines are written together, and at the latest after a tenth of a second: one write to the system for each callback
 * would cost as much as half of its handling. In development each line is seen at once.
 */
export const logDestination =
  process.env.NODE_ENV === 'production'
    ? pino.destination({ sync: false, minLength: 8192, periodicFlush: 100 })
    : pino.destination({ sync: true })

const withoutQuery = (url: string | undefined) => url?.replace(/\?.*/s, '')

/**
 * Structured logs. They carry message ids and SIDs, and never a body, a full phone number or a secret: whatever a line
 * is made of, it goes through `maskedStream`.
 */
export const logger = pino(
  {
    level: config.logLevel,
    mixin: logFields,
    serializers: {
      // Without it an error is `{}`: what it says is not enumerable.
      error: describeError,
      err: describeError,
      // A request has headers and a body, and so has what is answered.
      req: ({ id, method, url }: FastifyRequest) => ({
        id,
        method,
        url: withoutQuery(url),
      }),
      res: ({ statusCode }: FastifyReply) => ({ statusCode }),
      // What Twilio sent, or an operator.
      params: () => '[removed]',
      variables: () => '[removed]',
    },
  },
  maskedStream(logDestination)
)
