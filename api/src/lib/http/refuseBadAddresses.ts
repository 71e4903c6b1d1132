import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

import { countRefusal } from 'src/lib/metrics/requests'

import { refusal } from './refusal'

/** What is no address (`/%`) is answered before any hook has set a header. */
export function refuseBadAddresses(
  _error: FastifyError,
  _request: FastifyRequest,
  reply: FastifyReply
) {
  countRefusal('malformed')
  void reply
    .code(400)
    .headers({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    })
    .send(refusal('This is no address.', 'BAD_USER_INPUT'))
}
