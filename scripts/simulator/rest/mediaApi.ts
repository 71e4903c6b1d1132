import { createHmac } from 'node:crypto'

import type { FastifyInstance } from 'fastify'

import type { Media } from '../network/messages'
import type { PhoneNetwork } from '../network/network'

import { mediaResource, messagePath } from './messageResource'
import { findMessage } from './messagesApi'
import { restCalls, type RestCall } from './restCall'
import { notFound } from './twilioError'

/** How long a link to the content network holds. */
const LINK_SECONDS = 3600

/**
 * Media: metadata as JSON; the file itself behind Basic auth and a redirect to a signed link on a content
 * network, which wants no credentials.
 * https://www.twilio.com/docs/messaging/api/media-resource
 */
export async function mediaApi(
  app: FastifyInstance,
  { network }: { network: PhoneNetwork }
) {
  const rest = restCalls(network)
  const media = '/2010-04-01/Accounts/:accountSid/Messages/:sid/Media'

  app.get(
    `${media}.json`,
    rest('media', (call) => {
      const message = findMessage(network, call)
      const uri = `${messagePath(message)}/Media.json`
      return {
        status: 200,
        body: {
          end: Math.max(0, message.media.length - 1),
          first_page_uri: `${uri}?PageSize=50&Page=0`,
          media_list: message.media.map((each) => mediaResource(message, each)),
          next_page_uri: null,
          page: 0,
          page_size: 50,
          previous_page_uri: null,
          start: 0,
          uri,
        },
      }
    })
  )
  app.get(
    `${media}/:mediaSid`,
    rest('media', (call) => {
      const { message, found } = findMedia(network, call)
      if (call.params.mediaSid.endsWith('.json')) {
        return { status: 200, body: mediaResource(message, found) }
      }
      if (found.missing) {
        found.missing -= 1
        throw notFound(call.path)
      }
      const location =
        found.redirect ?? network.url + signedPath(network, found)
      return { status: 307, headers: { location } }
    })
  )
  app.delete(
    `${media}/:mediaSid`,
    rest('media', (call) => {
      const { message, found } = findMedia(network, call)
      message.media = message.media.filter((each) => each !== found)
      return { status: 204 }
    })
  )

  app.get<{ Params: { mediaSid: string } }>(
    '/content/:mediaSid',
    async (request, reply) => {
      const { mediaSid } = request.params
      const found = network.messages
        .list()
        .flatMap((message) => message.media)
        .find(({ sid }) => sid === mediaSid)
      const query = new URLSearchParams(request.url.split('?')[1])
      const expires = Number(query.get('Expires'))
      // As the content network does: its links are signed, and two ways to be let in are one too many.
      if (request.headers.authorization) {
        return reply.code(400).send('Only one auth mechanism allowed')
      }
      if (
        !found ||
        !(expires > Date.now() / 1000) ||
        query.get('Signature') !== signature(network, found, expires)
      ) {
        return reply.code(403).send('Access denied')
      }
      if (found.name) {
        reply.header('content-disposition', `inline; filename="${found.name}"`)
      }
      return reply.type(found.contentType).send(found.content)
    }
  )
}

function findMedia(network: PhoneNetwork, call: RestCall) {
  const message = findMessage(network, call)
  const sid = call.params.mediaSid.replace(/\.json$/, '')
  const found = message.media.find((each) => each.sid === sid)
  if (!found) throw notFound(call.path)
  return { message, found }
}

/** A link that is good for an hour and for this file only. */
export function signedPath(network: PhoneNetwork, media: Media): string {
  const expires = Math.floor(Date.now() / 1000) + LINK_SECONDS
  return `/content/${media.sid}?${new URLSearchParams({
    Expires: String(expires),
    Signature: signature(network, media, expires),
    'Key-Pair-Id': 'SIMULATOR',
  })}`
}

const signature = (
  { account }: PhoneNetwork,
  { sid }: Media,
  expires: number
) =>
  createHmac('sha256', account.authToken)
    .update(`${sid} ${expires}`)
    .digest('base64url')
