import Fastify, { type FastifyInstance } from 'fastify'

import type { Control } from '../control/control'
import { controlApi } from '../control/controlApi'
import { conversationMediaApi } from '../conversations/conversationMediaApi'
import { conversationsApi } from '../conversations/conversationsApi'
import { conversationsControl } from '../conversations/conversationsControl'
import type { PhoneNetwork } from '../network/network'
import { pageRoutes } from '../page/pageRoutes'
import { authenticate } from '../rest/authenticate'
import { callsApi } from '../rest/callsApi'
import { channelSendersApi } from '../rest/channelSendersApi'
import { mediaApi } from '../rest/mediaApi'
import { messagesApi } from '../rest/messagesApi'
import { messagingServicesApi } from '../rest/messagingServicesApi'
import { phoneNumbersApi } from '../rest/phoneNumbersApi'
import { notFound, TwilioError } from '../rest/twilioError'

import { loopbackOnly } from './loopbackOnly'

/** Routes: Twilio's REST API, the control API and the page. */
export function createApp(
  network: PhoneNetwork,
  control: Control
): FastifyInstance {
  const app = Fastify({ logger: false, ignoreTrailingSlash: true })

  // A page elsewhere can post text/plain here without asking; JSON it can't.
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, new URLSearchParams(String(body)))
  )
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof TwilioError) {
      return reply.code(error.status).send(error.toJSON())
    }
    const status = error.statusCode ?? 500
    if (status >= 500) console.error(error)
    return reply.code(status).send({ message: error.message })
  })
  app.setNotFoundHandler((request, reply) => {
    const [path] = request.url.split('?')
    if (/^\/(2010-04-01|v1|v2)\//.test(path)) {
      authenticate(network.account, request.headers.authorization)
      throw notFound(path)
    }
    return reply.code(404).send({ message: 'Not found' })
  })

  app.register(messagesApi, { network })
  app.register(mediaApi, { network })
  app.register(conversationsApi, { network })
  app.register(conversationMediaApi, { network })
  app.register(phoneNumbersApi, { network })
  app.register(messagingServicesApi, { network })
  app.register(channelSendersApi, { network })
  app.register(callsApi, { network })
  app.register(async (local) => {
    local.addHook('onRequest', loopbackOnly)
    local.register(controlApi, { prefix: '/control', network, control })
    local.register(conversationsControl, {
      prefix: '/control/conversations',
      network,
    })
    local.register(pageRoutes)
  })
  return app
}
