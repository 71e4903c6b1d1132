import type { SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'
import { deliverWithFaults } from '../webhooks/deliverWithFaults'
import {
  inboundParams,
  receivingParams,
  type InboundDetails,
} from '../webhooks/inboundParams'
import type { AttemptResult } from '../webhooks/requestOnce'
import type { FormParams } from '../webhooks/signedForm'
import { parseTwiml, TwimlError, type Twiml } from '../webhooks/twiml'

import { sendReplies } from './sendReplies'

/** https://www.twilio.com/docs/api/errors/14106 */
const MAX_DOCUMENTS = 50

/**
 * Posts an inbound message to the number's webhook and does what it answers. What fails there is asked once
 * of the fallback URL; without one, that is all there is.
 * https://www.twilio.com/docs/usage/security/availability-reliability
 */
export async function announceMessage(
  network: PhoneNetwork,
  message: SimulatedMessage,
  details: InboundDetails
): Promise<void> {
  const { fallbackUrl } = network.settings
  const inboundUrl = webhookOf(network, message)
  if (!inboundUrl) return
  const params = inboundParams(network, message, details)
  if (details.receivingFirst) {
    await post(network, message, inboundUrl, receivingParams(params))
  }
  try {
    await converse(network, message, inboundUrl, params)
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error
    logFailure(network, message, error)
    if (!fallbackUrl) return
    const fallbackParams = {
      ...params,
      ErrorCode: String(error.code),
      ErrorUrl: inboundUrl.split('#')[0],
    }
    await converse(network, message, fallbackUrl, fallbackParams).catch(
      (error) => {
        if (!(error instanceof TwimlError)) throw error
        logFailure(network, message, error)
      }
    )
  }
}

/** The service's own, where its pool's messages don't go to the number's. */
const webhookOf = (
  { settings }: PhoneNetwork,
  { messagingServiceSid }: SimulatedMessage
) =>
  messagingServiceSid && !settings.inboundWebhookOnNumber
    ? settings.serviceInboundUrl
    : settings.inboundUrl

/** Asks a URL and those that it redirects to. Throws `TwimlError` for what can't be executed. */
async function converse(
  network: PhoneNetwork,
  message: SimulatedMessage,
  firstUrl: string,
  params: FormParams
) {
  let url = firstUrl
  for (let document = 1; document <= MAX_DOCUMENTS; document++) {
    const result = await post(network, message, url, params)
    if (!result) return // dropped by a fault
    const { messages, redirect } = readTwiml(result)
    sendReplies(network, message, messages, url)
    if (!redirect) return
    url = new URL(redirect.url, url).href
  }
  throw new TwimlError(14106, 'Too many TwiML documents')
}

const post = (
  network: PhoneNetwork,
  { sid, from, to, body }: SimulatedMessage,
  url: string,
  params: FormParams
) =>
  deliverWithFaults(
    network,
    {
      type: 'webhook',
      url,
      params,
      about: { messageSid: sid, from, to, body },
    },
    { webhook: 'message', from: from ?? undefined, to, body }
  )

function readTwiml(result: AttemptResult): Twiml {
  if (result.kind === 'failure') {
    throw new TwimlError(11200, `Not answered: ${result.error}`)
  }
  if (result.status < 200 || result.status > 299) {
    throw new TwimlError(11200, `Answered ${result.status}`)
  }
  return parseTwiml(
    result.body.toString('utf8'),
    result.headers['content-type']
  )
}

const logFailure = (
  network: PhoneNetwork,
  { sid, from, to }: SimulatedMessage,
  { code, message }: TwimlError
) =>
  network.air.append('debugger', {
    messageSid: sid,
    from,
    to,
    errorCode: code,
    errorMessage: message,
  })
