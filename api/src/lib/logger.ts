import { createLogger } from '@redwoodjs/api/logger'

/** Structured logs. They carry message ids and SIDs, and never a body, a full phone number or a secret. */
export const logger = createLogger({
  options: {
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
