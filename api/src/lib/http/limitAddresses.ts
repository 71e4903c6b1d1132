import type {
  FastifyReply,
  FastifyRequest,
  HookHandlerDoneFunction,
} from 'fastify'

import { createLimit } from 'src/lib/access/limits/createLimit'
import { networkOf } from 'src/lib/access/login/networkOf'
import { config } from 'src/lib/config/config'

import { refusal } from './refusal'

const ofAddress = createLimit('requests', config.operationsPerMinute)

/** Twilio's are judged by their signature (webhookRoutes), and GraphQL's by who asks (graphql/limitOperations). */
const JUDGED_ELSEWHERE = /^\/(twilio\w+|graphql)(\/|\?|$)/

export const refuseTooMany = (reply: FastifyReply, seconds: number) =>
  reply
    .code(429)
    .header('retry-after', seconds)
    .send(
      refusal(`Too many requests. Try again in ${seconds} s.`, 'RATE_LIMITED')
    )

/** So many requests in a minute from each address: files, exports, the login, what the monitoring asks. */
export function limitAddresses(
  request: FastifyRequest,
  reply: FastifyReply,
  done: HookHandlerDoneFunction
) {
  if (JUDGED_ELSEWHERE.test(request.url)) {
    return done()
  }
  ofAddress(networkOf(request.ip)).then(
    (seconds) => (seconds > 0 ? refuseTooMany(reply, seconds) : done()),
    done
  )
}
