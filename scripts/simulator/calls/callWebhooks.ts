import type { SimulatedCall } from '../network/calls'
import type { PhoneNetwork } from '../network/network'
import { deliverWithFaults } from '../webhooks/deliverWithFaults'
import type { FormParams } from '../webhooks/signedForm'
import { TwimlError } from '../webhooks/twiml'

import { callStatusParams } from './callParams'
import { parseVoiceTwiml, type Verb } from './voiceTwiml'

/** Asks what to do with a call. Null if a fault dropped the question; throws `TwimlError`. */
export async function askForTwiml(
  network: PhoneNetwork,
  { sid, from, to }: SimulatedCall,
  url: string,
  params: FormParams
): Promise<Verb[] | null> {
  const result = await deliverWithFaults(
    network,
    { type: 'webhook', url, params, about: { callSid: sid, from, to } },
    { webhook: 'voice', from, to }
  )
  if (!result) return null
  if (result.kind === 'failure') {
    throw new TwimlError(11200, `Not answered: ${result.error}`)
  }
  if (result.status < 200 || result.status > 299) {
    throw new TwimlError(11200, `Answered ${result.status}`)
  }
  return parseVoiceTwiml(
    result.body.toString('utf8'),
    result.headers['content-type']
  )
}

/** Tells what became of a call, or of its recording; resolves when the last attempt is over. */
export async function callBack(
  network: PhoneNetwork,
  { sid, from, to }: SimulatedCall,
  url: string,
  params: FormParams
): Promise<void> {
  const callStatus = params.CallStatus ?? params.RecordingStatus
  await deliverWithFaults(
    network,
    {
      type: 'callback',
      url,
      params,
      about: { callSid: sid, from, to, messageStatus: callStatus },
    },
    { webhook: 'status', from, to, messageStatus: callStatus }
  )
}

/** Tells the number's status callback, which gets the events that it has subscribed to. */
export function tellStatus(
  network: PhoneNetwork,
  call: SimulatedCall,
  event: 'initiated' | 'ringing' | 'answered' | 'completed'
) {
  const { voiceStatusUrl, voiceStatusEvents } = network.settings
  if (!voiceStatusUrl || !voiceStatusEvents.split(/\s+/).includes(event)) return
  const status = event === 'initiated' ? event : call.status
  network.tasks.background(
    callBack(network, call, voiceStatusUrl, callStatusParams(call, status))
  )
}
