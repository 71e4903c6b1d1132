import pino from 'pino'

import { createLogger } from '@redwoodjs/api/logger'

import { describeError } from './describeError'
import { logFields } from './logFields'

/**
 * Lines are written together, and at the latest after a tenth of a second: one write to the system for each callback
 * would cost as much as half of its handling. In development each line is seen at once.
 */
const destination =
  process.env.NODE_ENV === 'production'
    ? pino.destination({ sync: false, minLength: 8192, periodicFlush: 100 })
    : undefined

/** Structured logs. They carry message ids and SIDs, and never a body, a full phone number or a secret. */
export const logger = createLogger({
  destination,
  options: {
    mixin: logFields,
    // Without it an error is `{}`: what it says is not enumerable.
    serializers: { error: describeError },
    redact: [
      'authorization',
      'body',
      'password',
      'params.Body',
      'params.From',
      'params.To',
      'req.headers.authorization',
      'req.headers.cookie',
    ],
  },
})
