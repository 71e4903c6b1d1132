import type { FastifyInstance } from 'fastify'

import { acceptMessage, type NewMessage } from '../delivery/acceptMessage'
import { cancelMessage } from '../delivery/scheduled'
import { isBlocked } from '../inbound/consent'
import { withinWindow } from '../inbound/whatsappWindow'
import type { SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'
import { hex32 } from '../network/sids'

import { createParams } from './createParams'
import { messagePage } from './messagePage'
import { messagePath, messageResource, rfc2822 } from './messageResource'
import { restCalls, type RestAnswer, type RestCall } from './restCall'
import { notFound, TwilioError } from './twilioError'

/** Messages: https://www.twilio.com/docs/messaging/api/message-resource */
export async function messagesApi(
  app: FastifyInstance,
  { network }: { network: PhoneNetwork }
) {
  const rest = restCalls(network)
  const root = '/2010-04-01/Accounts/:accountSid'
  const find = (call: RestCall) => findMessage(network, call)

  for (const list of [`${root}/Messages.json`, `${root}/Messages`]) {
    app.post(
      list,
      rest('create', ({ form }) => create(network, form))
    )
    app.get(
      list,
      rest('list', ({ path, query }) => {
        const messages = network.messages
          .list()
          .filter(({ automatic }) => !automatic)
        return { status: 200, body: messagePage(messages, path, query) }
      })
    )
  }
  app.get(
    `${root}/Messages/:sid`,
    rest('fetch', (call) => answer(200, find(call)))
  )
  app.post(
    `${root}/Messages/:sid`,
    rest('update', (call) => update(network, find(call), call.form))
  )
  app.delete(
    `${root}/Messages/:sid`,
    rest('delete', (call) => remove(network, find(call)))
  )
  app.post(
    `${root}/Messages/:sid/Feedback.json`,
    rest('feedback', (call) => feedback(find(call), call.form))
  )
}

/** Throws 20404. */
export function findMessage(
  network: PhoneNetwork,
  { params, path }: RestCall
): SimulatedMessage {
  const message = network.messages.find(params.sid.replace(/\.json$/, ''))
  if (!message || message.automatic) throw notFound(path)
  return message
}

const answer = (status: number, message: SimulatedMessage): RestAnswer => ({
  status,
  body: messageResource(message),
  messageSid: message.sid,
})

function create(network: PhoneNetwork, form: URLSearchParams): RestAnswer {
  const wanted = createParams(network, form)
  return answer(201, acceptMessage(network, wanted, refusal(network, wanted)))
}

/**
 * What makes a message fail that is well-formed. An opt-out is refused at once or, with Advanced Opt-Out,
 * comes as a failure of the accepted message: https://www.twilio.com/docs/api/errors/21610
 *
 * @returns the code with which it fails later, if it does
 */
function refusal(network: PhoneNetwork, wanted: NewMessage) {
  const late =
    network.settings.advancedOptOut && wanted.messagingServiceSid !== null
  if (isBlocked(network, wanted.to)) {
    if (late) return 21610
    throw new TwilioError(21610, 'Attempt to send to unsubscribed recipient')
  }
  return withinWindow(network, wanted) ? undefined : 63016
}

/** https://www.twilio.com/docs/messaging/api/message-resource#update-a-message-resource */
function update(
  network: PhoneNetwork,
  message: SimulatedMessage,
  form: URLSearchParams
): RestAnswer {
  const body = form.get('Body')
  const status = form.get('Status')
  const redacts = body === '' && status === null
  const cancels = body === null && status === 'canceled'
  if (!redacts && !cancels) {
    throw new TwilioError(30400, 'Invalid parameters for a message update')
  }
  if (cancels) {
    if (message.status !== 'scheduled') {
      throw new TwilioError(30409, 'Message can no longer be canceled')
    }
    cancelMessage(network, message)
  } else {
    message.body = ''
    message.dateUpdated = new Date()
  }
  return answer(200, message)
}

const IN_PROGRESS = ['accepted', 'queued', 'sending', 'receiving']

function remove(network: PhoneNetwork, message: SimulatedMessage): RestAnswer {
  if (IN_PROGRESS.includes(message.status)) {
    throw new TwilioError(
      20009,
      'Cannot delete message because delivery is not yet complete',
      409
    )
  }
  network.messages.remove(message.sid)
  return { status: 204, messageSid: message.sid }
}

/** https://www.twilio.com/docs/messaging/api/message-feedback-resource */
function feedback(message: SimulatedMessage, form: URLSearchParams) {
  const now = rfc2822(new Date())
  return {
    status: 201,
    messageSid: message.sid,
    body: {
      account_sid: message.accountSid,
      date_created: now,
      date_updated: now,
      message_sid: message.sid,
      outcome: form.get('Outcome') ?? 'confirmed',
      sid: `FB${hex32()}`,
      uri: `${messagePath(message)}/Feedback.json`,
    },
  }
}
