import type { FastifyInstance } from 'fastify'

import type { PhoneNetwork } from '../network/network'

import { callResource, recordingResource } from './callResource'
import { restCalls, type RestCall } from './restCall'
import { notFound } from './twilioError'

/**
 * Calls and their recordings: metadata as JSON, and the sound as WAV or, by its ending, as MP3, all behind Basic auth.
 * https://www.twilio.com/docs/voice/api/recording#fetch-a-recordings-media-file
 */
export async function callsApi(
  app: FastifyInstance,
  { network }: { network: PhoneNetwork }
) {
  const rest = restCalls(network)
  const root = '/2010-04-01/Accounts/:accountSid'

  app.get(
    `${root}/Calls/:sid`,
    rest('fetch', ({ params, path }) => {
      const call = network.calls.find(params.sid.replace(/\.json$/, ''))
      if (!call) throw notFound(path)
      return { status: 200, body: callResource(call) }
    })
  )
  app.get(
    `${root}/Calls/:sid/Recordings.json`,
    rest('list', ({ params, path }) => {
      const call = network.calls.find(params.sid)
      if (!call) throw notFound(path)
      const { accountSid, recordings } = call
      return {
        status: 200,
        body: {
          end: Math.max(0, recordings.length - 1),
          first_page_uri: `${path}?PageSize=50&Page=0`,
          next_page_uri: null,
          page: 0,
          page_size: 50,
          previous_page_uri: null,
          recordings: recordings.map((each) =>
            recordingResource(accountSid, network.url, each)
          ),
          start: 0,
          uri: path,
        },
      }
    })
  )
  app.get(
    `${root}/Recordings/:sid`,
    rest('media', (call) => {
      const { found, ending } = findRecording(network, call)
      if (ending === 'json') {
        const { accountSid } = call.params
        return {
          status: 200,
          body: recordingResource(accountSid, network.url, found),
        }
      }
      return ending === 'mp3'
        ? sound('audio/mpeg', found.mp3)
        : sound('audio/x-wav', found.wav)
    })
  )
  app.delete(
    `${root}/Recordings/:sid`,
    rest('delete', (call) => {
      const { found } = findRecording(network, call)
      const owner = network.calls.find(found.callSid)
      if (owner) {
        owner.recordings = owner.recordings.filter((each) => each !== found)
      }
      return { status: 204 }
    })
  )
}

const sound = (contentType: string, body: Buffer) => ({
  status: 200,
  headers: { 'content-type': contentType },
  body,
})

/** Throws 20404. */
function findRecording(network: PhoneNetwork, { params, path }: RestCall) {
  const [sid, ending] = params.sid.split('.', 2)
  const found = network.calls.findRecording(sid)
  if (!found) throw notFound(path)
  return { found, ending }
}
