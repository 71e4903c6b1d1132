import type { FastifyInstance } from 'fastify'

import type { PhoneNetwork } from '../network/network'
import { signedPath } from '../rest/mediaApi'
import { restCalls } from '../rest/restCall'
import { notFound } from '../rest/twilioError'

/**
 * Files of conversations, as the media content service has them: behind Basic auth and a redirect to a signed link.
 * https://www.twilio.com/docs/conversations/media-support-conversations
 */
export async function conversationMediaApi(
  app: FastifyInstance,
  { network }: { network: PhoneNetwork }
) {
  const rest = restCalls(network)
  app.get(
    '/v1/Services/:serviceSid/Media/:mediaSid/Content',
    rest('media', ({ params, path }) => {
      const found = network.conversations
        .list(params.serviceSid)
        .flatMap(({ messages }) => messages)
        .flatMap(({ media }) => media)
        .find(({ sid }) => sid === params.mediaSid)
      if (!found) throw notFound(path)
      return {
        status: 307,
        headers: { location: network.url + signedPath(network, found) },
      }
    })
  )
}
