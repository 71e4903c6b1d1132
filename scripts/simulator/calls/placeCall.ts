import type { SimulatedCall } from '../network/calls'
import type { PhoneNetwork } from '../network/network'
import { newSid } from '../network/sids'
import type { FormParams } from '../webhooks/signedForm'
import { TwimlError } from '../webhooks/twiml'

import { callParams } from './callParams'
import { askForTwiml, tellStatus } from './callWebhooks'
import { perform } from './perform'

/** A call that a customer makes. */
export interface CallOrder {
  /** A number, `anonymous`, `client:…`, `sip:…`. */
  from: string
  /** Default: the account's number. */
  to?: string
  /** How it ends instead of being answered: the customer hangs up while it rings, or the network fails. */
  ends?: 'busy' | 'failed' | 'no-answer' | 'canceled'
  /** Seconds that the customer speaks when recorded, 0 to 60; default 3. */
  speaks?: number
  /** Whether the customer hangs up then, or presses #; default true. */
  hangsUp?: boolean
  /** Further webhook parameters, or others than usual. */
  params?: FormParams
}

/** https://www.twilio.com/docs/api/errors/14106 */
const MAX_DOCUMENTS = 50

/**
 * A customer calls: the number's webhook says what to do, and its status callback hears what became of it.
 *
 * @returns the call at once; `over` when it is
 */
export function placeCall(network: PhoneNetwork, order: CallOrder) {
  const { account } = network
  const call: SimulatedCall = {
    sid: newSid('CA'),
    accountSid: account.accountSid,
    from: order.from,
    to: order.to ?? account.phoneNumber,
    status: 'ringing',
    seconds: 0,
    recordings: [],
    heard: [],
    dateCreated: new Date(),
    answeredAt: null,
    endedAt: null,
    callbacks: 0,
  }
  network.calls.add(call)
  return { call, over: network.tasks.track(conduct(network, call, order)) }
}

async function conduct(
  network: PhoneNetwork,
  call: SimulatedCall,
  order: CallOrder
) {
  note(network, call)
  tellStatus(network, call, 'initiated')
  tellStatus(network, call, 'ringing')
  try {
    await converse(network, call, order)
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error
    const { sid, from, to } = call
    network.air.append('debugger', {
      callSid: sid,
      from,
      to,
      errorCode: error.code,
      errorMessage: error.message,
    })
  }
  // One that was answered, or ended, says so itself.
  if (call.status === 'ringing') call.status = order.ends ?? 'failed'
  if (call.status === 'in-progress') call.status = 'completed'
  call.endedAt = new Date()
  note(network, call)
  tellStatus(network, call, 'completed')
}

/** Obeys one document after the other. Throws `TwimlError`. */
async function converse(
  network: PhoneNetwork,
  call: SimulatedCall,
  order: CallOrder
) {
  let url = network.settings.voiceUrl
  let params: FormParams = { ...callParams(call), ...order.params }
  if (!url) return
  for (let document = 1; document <= MAX_DOCUMENTS; document++) {
    const verbs = await askForTwiml(network, call, url, params)
    if (!verbs || order.ends || call.status === 'completed') return
    if (document === 1) answer(network, call, verbs[0]?.name)
    if (call.status !== 'in-progress') return
    const next = await perform(network, call, order, verbs, url)
    if (!next) return
    url = next.url
    params = { ...callParams(call), ...order.params, ...next.params }
  }
  throw new TwimlError(14106, 'Too many TwiML documents')
}

/** What is not rejected is answered: https://www.twilio.com/docs/voice/twiml/reject */
function answer(network: PhoneNetwork, call: SimulatedCall, verb?: string) {
  if (verb === 'Reject') {
    call.status = 'busy'
    return
  }
  call.status = 'in-progress'
  call.answeredAt = new Date()
  note(network, call)
  tellStatus(network, call, 'answered')
}

const note = (
  network: PhoneNetwork,
  { sid, from, to, status, seconds }: SimulatedCall
) =>
  network.air.append('call', {
    callSid: sid,
    from,
    to,
    callStatus: status,
    seconds,
  })
