import type { SimulatedCall } from '../network/calls'
import type { PhoneNetwork } from '../network/network'
import { newSid } from '../network/sids'
import type { FormParams } from '../webhooks/signedForm'

import { recordedParams, recordingParams } from './callParams'
import { callBack } from './callWebhooks'
import type { CallOrder } from './placeCall'
import { recordVoice } from './recordVoice'
import type { Verb } from './voiceTwiml'

/** The next document that the call asks for. */
interface Next {
  url: string
  params: FormParams
}

const WORDS_PER_SECOND = 2.5

/** Longer ones would be megabytes, and nobody listens to humming for so long. */
const LONGEST_SECONDS = 60

/** Obeys verbs in their order, as far as they let it; null when the call is over then. */
export async function perform(
  network: PhoneNetwork,
  call: SimulatedCall,
  order: CallOrder,
  verbs: Verb[],
  documentUrl: string
): Promise<Next | null> {
  for (const verb of verbs) {
    const { name, text } = verb
    if (name === 'Hangup') return null
    if (name === 'Redirect') {
      return { url: new URL(text.trim(), documentUrl).href, params: {} }
    }
    if (name === 'Say') await say(network, call, text)
    if (name === 'Pause') call.seconds += Number(verb.attributes.length ?? 1)
    if (name === 'Record') {
      const next = await record(network, call, order, verb, documentUrl)
      if (next) return next
    }
  }
  return null
}

async function say(network: PhoneNetwork, call: SimulatedCall, text: string) {
  const { sid, from, to } = call
  call.heard.push(text)
  call.seconds += Math.ceil(text.split(/\s+/).length / WORDS_PER_SECOND)
  network.air.append('call', {
    callSid: sid,
    from,
    to,
    callStatus: call.status,
    says: text,
  })
  await network.tasks.wait(network.settings.delays.speech)
}

/** Null where there was silence: then the verbs go on. */
async function record(
  network: PhoneNetwork,
  call: SimulatedCall,
  { speaks = 3, hangsUp = true }: CallOrder,
  { attributes }: Verb,
  documentUrl: string
): Promise<Next | null> {
  const { action, maxLength = 3600, recordingStatusCallback } = attributes
  const events = attributes.recordingStatusCallbackEvent ?? 'completed'
  const seconds = Math.min(speaks, LONGEST_SECONDS, Number(maxLength))
  await network.tasks.wait(network.settings.delays.speech)
  const recording =
    seconds > 0
      ? await recordVoice(call.sid, Math.ceil(seconds), network.random)
      : null
  if (recording) call.recordings.push(recording)
  call.seconds += recording?.seconds ?? Number(attributes.timeout ?? 5)

  const status = recording ? 'completed' : 'absent'
  if (recordingStatusCallback && events.split(/\s+/).includes(status)) {
    const params = recordingParams(
      network,
      call,
      recording?.sid ?? newSid('RE'),
      recording
    )
    const url = new URL(recordingStatusCallback, documentUrl).href
    network.tasks.background(callBack(network, call, url, params))
  }
  if (!recording) return null
  if (hangsUp) call.status = 'completed'
  return {
    // Without an action, the document that has the verb is asked again.
    url: new URL(action ?? documentUrl, documentUrl).href,
    params: recordedParams(network, call, recording, hangsUp ? 'hangup' : '#'),
  }
}
