import type { FastifyInstance } from 'fastify'

import type { PhoneNetwork } from '../network/network'
import { restCalls, type RestCall } from '../rest/restCall'
import { notFound, TwilioError } from '../rest/twilioError'

import {
  addConversation,
  removeConversation,
  updateConversation,
} from './changeConversation'
import { addMessage, removeMessage, updateMessage } from './changeMessage'
import {
  addParticipant,
  removeParticipant,
  updateParticipant,
} from './changeParticipant'
import type { Origin } from './conversationEvent'
import { conversationPage } from './conversationPage'
import {
  conversationMessageResource,
  conversationResource,
  participantResource,
  receiptResource,
} from './conversationResource'
import type { ConversationState } from './conversations'
import { startConversation } from './startConversation'
import { webhookConfiguration } from './webhookConfiguration'

/** Events of what REST changes are sent only where the call asks for them. */
const originOf = ({ headers }: RestCall): Origin => ({
  source: 'API',
  enabled: headers['x-twilio-webhook-enabled'] === 'true',
})

const text = (form: URLSearchParams, name: string) =>
  form.get(name) ?? undefined

const STATES = ['active', 'inactive', 'closed']

const stateOf = (form: URLSearchParams) => {
  const state = text(form, 'State')
  if (state && !STATES.includes(state)) {
    throw new TwilioError(20001, `Invalid State: ${state}`)
  }
  return state as ConversationState | undefined
}

/** A JSON string, and of a length that Twilio takes. */
const attributesOf = (form: URLSearchParams, longest: number) => {
  const attributes = text(form, 'Attributes')
  if (attributes === undefined) return undefined
  try {
    JSON.parse(attributes)
  } catch {
    throw new TwilioError(20001, 'Attributes must be valid JSON')
  }
  if (Buffer.byteLength(attributes) > longest) {
    throw new TwilioError(20001, 'Attributes are too long')
  }
  return attributes
}

const conversationOrder = (form: URLSearchParams) => ({
  friendlyName: text(form, 'FriendlyName'),
  uniqueName: text(form, 'UniqueName'),
  messagingServiceSid: text(form, 'MessagingServiceSid'),
  attributes: attributesOf(form, 16_384),
  state: stateOf(form),
})

/**
 * Conversations, of the default service and of one that is named: https://www.twilio.com/docs/conversations/api
 */
export async function conversationsApi(
  app: FastifyInstance,
  { network }: { network: PhoneNetwork }
) {
  const rest = restCalls(network)
  const { accountSid } = network.account
  const serviceOf = ({ params }: RestCall) =>
    params.serviceSid ?? network.account.conversationsServiceSid
  /** Where the resources of this call are, for their URLs. */
  const baseOf = ({ params }: RestCall) =>
    `${network.url}/v1${params.serviceSid ? `/Services/${params.serviceSid}` : ''}`

  const findConversation = (call: RestCall) => {
    const name = decodeURIComponent(call.params.conversation)
    const found = network.conversations.find(serviceOf(call), name)
    if (!found) throw notFound(call.path)
    return found
  }
  const findIn = <Item extends { sid: string }>(
    items: Item[],
    call: RestCall
  ) => {
    const found = items.find(({ sid }) => sid === call.params.sid)
    if (!found) throw notFound(call.path)
    return found
  }
  const listUrl = (call: RestCall) => network.url + call.path

  for (const root of ['/v1', '/v1/Services/:serviceSid']) {
    const list = `${root}/Conversations`
    const one = `${list}/:conversation`

    const conversation = (call: RestCall, found = findConversation(call)) =>
      conversationResource(baseOf(call), accountSid, found)
    app.post(
      list,
      rest('createConversation', (call) => ({
        status: 201,
        body: conversation(
          call,
          addConversation(
            network,
            serviceOf(call),
            conversationOrder(call.form),
            originOf(call)
          )
        ),
      }))
    )
    app.get(
      list,
      rest('listConversations', (call) => ({
        status: 200,
        body: conversationPage(
          network.conversations.list(serviceOf(call)),
          'conversations',
          listUrl(call),
          call.query,
          (found) => conversation(call, found)
        ),
      }))
    )
    app.get(
      one,
      rest('fetchConversation', (call) => ({
        status: 200,
        body: conversation(call),
      }))
    )
    app.post(
      one,
      rest('updateConversation', (call) => {
        const found = findConversation(call)
        const order = conversationOrder(call.form)
        updateConversation(network, found, order, originOf(call))
        return { status: 200, body: conversation(call, found) }
      })
    )
    app.delete(
      one,
      rest('deleteConversation', (call) => {
        removeConversation(network, findConversation(call), originOf(call))
        return { status: 204 }
      })
    )
    app.post(
      `${root}/ConversationWithParticipants`,
      rest('createConversation', (call) => {
        const { form } = call
        const made = startConversation(
          network,
          serviceOf(call),
          {
            ...conversationOrder(form),
            participants: form.getAll('Participant'),
          },
          originOf(call)
        )
        const status = made.state === 'initializing' ? 202 : 201
        return { status, body: conversation(call, made) }
      })
    )

    const participant = (
      call: RestCall,
      found: Parameters<typeof participantResource>[3]
    ) =>
      participantResource(
        baseOf(call),
        accountSid,
        findConversation(call),
        found
      )
    app.post(
      `${one}/Participants`,
      rest('createParticipant', (call) => {
        const { form } = call
        const added = addParticipant(
          network,
          findConversation(call),
          {
            identity: text(form, 'Identity'),
            address: text(form, 'MessagingBinding.Address'),
            proxyAddress: text(form, 'MessagingBinding.ProxyAddress'),
            attributes: attributesOf(form, 4_096),
            roleSid: text(form, 'RoleSid'),
          },
          originOf(call)
        )
        return { status: 201, body: participant(call, added) }
      })
    )
    app.get(
      `${one}/Participants`,
      rest('listParticipants', (call) => ({
        status: 200,
        body: conversationPage(
          findConversation(call).participants,
          'participants',
          listUrl(call),
          call.query,
          (found) => participant(call, found)
        ),
      }))
    )
    app.get(
      `${one}/Participants/:sid`,
      rest('fetchParticipant', (call) => ({
        status: 200,
        body: participant(
          call,
          findIn(findConversation(call).participants, call)
        ),
      }))
    )
    app.post(
      `${one}/Participants/:sid`,
      rest('updateParticipant', (call) => {
        const owner = findConversation(call)
        const found = findIn(owner.participants, call)
        const change = {
          attributes: attributesOf(call.form, 4_096),
          roleSid: text(call.form, 'RoleSid'),
        }
        updateParticipant(network, owner, found, change, originOf(call))
        return { status: 200, body: participant(call, found) }
      })
    )
    app.delete(
      `${one}/Participants/:sid`,
      rest('deleteParticipant', (call) => {
        const owner = findConversation(call)
        const found = findIn(owner.participants, call)
        removeParticipant(network, owner, found, originOf(call))
        return { status: 204 }
      })
    )

    const message = (
      call: RestCall,
      found: Parameters<typeof conversationMessageResource>[3]
    ) =>
      conversationMessageResource(
        baseOf(call),
        accountSid,
        findConversation(call),
        found
      )
    const messageOrder = ({ form }: RestCall) => ({
      author: text(form, 'Author'),
      body: text(form, 'Body'),
      attributes: attributesOf(form, 4_096),
    })
    app.post(
      `${one}/Messages`,
      // As a message's create elsewhere: the same faults strike it.
      rest('create', (call) => {
        const added = addMessage(
          network,
          findConversation(call),
          messageOrder(call),
          originOf(call)
        )
        return { status: 201, body: message(call, added) }
      })
    )
    app.get(
      `${one}/Messages`,
      rest('list', (call) => {
        const { messages } = findConversation(call)
        const isNewestFirst = call.query.get('Order') === 'desc'
        return {
          status: 200,
          body: conversationPage(
            isNewestFirst ? [...messages].reverse() : messages,
            'messages',
            listUrl(call),
            call.query,
            (found) => message(call, found)
          ),
        }
      })
    )
    app.get(
      `${one}/Messages/:sid`,
      rest('fetch', (call) => ({
        status: 200,
        body: message(call, findIn(findConversation(call).messages, call)),
      }))
    )
    app.post(
      `${one}/Messages/:sid`,
      rest('update', (call) => {
        const owner = findConversation(call)
        const found = findIn(owner.messages, call)
        const change = messageOrder(call)
        updateMessage(network, owner, found, change, originOf(call))
        return { status: 200, body: message(call, found) }
      })
    )
    app.delete(
      `${one}/Messages/:sid`,
      rest('delete', (call) => {
        const owner = findConversation(call)
        const found = findIn(owner.messages, call)
        removeMessage(network, owner, found, originOf(call))
        return { status: 204 }
      })
    )
    const receipts = (call: RestCall) => {
      const owner = findConversation(call)
      const found = findIn(owner.messages, call)
      return found.receipts.map((receipt) =>
        receiptResource(baseOf(call), accountSid, owner, found, receipt)
      )
    }
    app.get(
      `${one}/Messages/:sid/Receipts`,
      rest('listReceipts', (call) => ({
        status: 200,
        body: conversationPage(
          receipts(call),
          'delivery_receipts',
          listUrl(call),
          call.query,
          (receipt) => receipt
        ),
      }))
    )
    app.get(
      `${one}/Messages/:sid/Receipts/:receipt`,
      rest('fetchReceipt', (call) => {
        const found = receipts(call).find(
          ({ sid }) => sid === call.params.receipt
        )
        if (!found) throw notFound(call.path)
        return { status: 200, body: found }
      })
    )

    const webhooks = `${root}/Configuration/Webhooks`
    app.get(
      webhooks,
      rest('fetchWebhooks', (call) => ({
        status: 200,
        body: webhookConfiguration(network, call),
      }))
    )
    app.post(
      webhooks,
      rest('updateWebhooks', (call) => ({
        status: 200,
        body: webhookConfiguration(network, call),
      }))
    )
  }
}
