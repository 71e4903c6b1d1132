import type { IncomingMessage } from 'node:http'

import type { APIGatewayProxyEvent, Context } from 'aws-lambda'
import type { FastifyInstance, FastifyRequest } from 'fastify'

import { LAMBDA_FUNCTIONS } from '@redwoodjs/api-server/dist/plugins/lambdaLoader'

import { createLimit } from 'src/lib/access/limits/createLimit'
import { networkOf } from 'src/lib/access/login/networkOf'
import { config } from 'src/lib/config/config'
import {
  MAX_BODY_BYTES,
  type WebhookResponse,
} from 'src/lib/twilio/twilioWebhook'

import { refuseTooMany } from './limitAddresses'
import { noteOriginalUrl } from './noteOriginalUrl'
import { readBody } from './readBody'

/** Those of which many come at a time. */
const WEBHOOKS = [
  'twilioCallback',
  'twilioMessage',
  'twilioVoice',
  'twilioConversations',
]

const ofUnsigned = createLimit('unsigned', config.anonymousPerMinute)

/** One byte more than the edge takes, so that the edge refuses it, and counts it. */
const TOO_LARGE = Buffer.alloc(MAX_BODY_BYTES + 1)

/** Where nobody is listened to any longer. */
const ENDLESS = 32 * 1024 * 1024

/** As bytes: not all that comes is text, and a text has another length then than the body. */
const readForm = async (_request: FastifyRequest, body: IncomingMessage) =>
  (await readBody(body, { most: MAX_BODY_BYTES, endless: ENDLESS })) ??
  TOO_LARGE

/**
 * Calls Twilio's webhooks past Redwood's adapter, which reads each body a second time and takes the URL apart with two
 * libraries, for nothing that they use: two fifths of what a callback costs this process. The handlers are the
 * functions' own.
 */
export async function webhookRoutes(fastify: FastifyInstance) {
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('*', readForm)
  fastify.addHook('onRequest', noteOriginalUrl)

  for (const name of WEBHOOKS) {
    // An option of fastify-raw-body, which Redwood's adapter brings.
    const config: object = { rawBody: false }
    fastify.post(`/${name}`, { config }, async (request, reply) => {
      const event = {
        httpMethod: request.method,
        headers: request.headers,
        queryStringParameters: request.query,
        body: (request.body as Buffer | undefined)?.toString('base64') ?? null,
        isBase64Encoded: true,
      } as APIGatewayProxyEvent
      const response: WebhookResponse = await LAMBDA_FUNCTIONS[name](
        event,
        {} as Context,
        () => {}
      )
      // Twilio's own are never too many: nobody else's has a good signature.
      if (response.statusCode === 403) {
        const seconds = await ofUnsigned(networkOf(request.ip))
        if (seconds > 0) {
          return refuseTooMany(reply, seconds)
        }
      }
      return reply
        .status(response.statusCode)
        .headers(response.headers ?? {})
        .send(response.body ?? '')
    })
  }
}
