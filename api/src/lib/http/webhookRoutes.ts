import type { APIGatewayProxyEvent, Context } from 'aws-lambda'
import type { FastifyInstance } from 'fastify'

import { LAMBDA_FUNCTIONS } from '@redwoodjs/api-server/dist/plugins/lambdaLoader'

import type { WebhookResponse } from 'src/lib/twilio/twilioWebhook'

/** Those of which many come at a time. */
const WEBHOOKS = ['twilioCallback', 'twilioMessage']

/**
 * Calls Twilio's webhooks past Redwood's adapter, which reads each body a second time and takes the URL apart with two
 * libraries, for nothing that they use: two fifths of what a callback costs this process. The handlers are the
 * functions' own.
 */
export function answerWebhooks(fastify: FastifyInstance) {
  for (const name of WEBHOOKS) {
    // An option of fastify-raw-body, which Redwood's adapter brings.
    const config: object = { rawBody: false }
    fastify.post(`/${name}`, { config }, async (request, reply) => {
      const event = {
        httpMethod: request.method,
        headers: request.headers,
        queryStringParameters: request.query,
        body: request.body,
        isBase64Encoded: false,
      } as APIGatewayProxyEvent
      const response: WebhookResponse = await LAMBDA_FUNCTIONS[name](
        event,
        {} as Context,
        () => {}
      )
      return reply
        .status(response.statusCode)
        .headers(response.headers ?? {})
        .send(response.body ?? '')
    })
  }
}
