import type { FastifyInstance } from 'fastify'

import type { PhoneNetwork } from '../network/network'

import { updateConversation } from './changeConversation'
import { addMessage } from './changeMessage'
import type { Origin } from './conversationEvent'
import type { ConversationState, SimulatedConversation } from './conversations'
import { startConversation } from './startConversation'

/** Another system of the account, which calls Twilio. As there, its events are told only where it asks for them. */
const elsewhere = ({ enabled = false }: Asking): Origin => ({
  source: 'API',
  enabled,
})

/** A conversation as the page and tests see it. */
const view = ({ participants, messages, ...rest }: SimulatedConversation) => ({
  ...rest,
  participants: participants.map(({ sid, identity, binding }) => ({
    sid,
    identity,
    address: binding?.address ?? null,
  })),
  messages: messages.map(({ sid, author, body }) => ({ sid, author, body })),
})

interface Asking {
  /** As with `X-Twilio-Webhook-Enabled: true`. */
  enabled?: boolean
}

interface Start extends Asking {
  friendlyName?: string
  /** Numbers, or names in an application. */
  people: string[]
}

const enabled = { type: 'boolean' }

const startSchema = {
  type: 'object',
  required: ['people'],
  additionalProperties: false,
  properties: {
    friendlyName: { type: 'string', maxLength: 256 },
    people: { type: 'array', minItems: 1, items: { type: 'string' } },
    enabled,
  },
}

const messageSchema = {
  type: 'object',
  required: ['author', 'body'],
  additionalProperties: false,
  properties: {
    author: { type: 'string' },
    body: { type: 'string' },
    enabled,
  },
}

const stateSchema = {
  type: 'object',
  required: ['state'],
  additionalProperties: false,
  properties: { state: { enum: ['active', 'inactive', 'closed'] }, enabled },
}

/** What another system does with Conversations, played from the page: under `/control/conversations`. */
export async function conversationsControl(
  app: FastifyInstance,
  { network }: { network: PhoneNetwork }
) {
  const service = network.account.conversationsServiceSid
  const ours = network.account.phoneNumber

  const participant = (person: string) => {
    const isPhone = /^(whatsapp:)?\+\d+$/.test(person)
    const proxy = person.startsWith('whatsapp:') ? `whatsapp:${ours}` : ours
    return JSON.stringify(
      isPhone
        ? { messaging_binding: { address: person, proxy_address: proxy } }
        : { identity: person }
    )
  }

  app.get('/', async () => network.conversations.list(service).map(view))
  app.post<{ Body: Start }>(
    '/',
    { schema: { body: startSchema } },
    async ({ body }, reply) => {
      const { friendlyName, people } = body
      const order = { friendlyName, participants: people.map(participant) }
      const made = startConversation(network, service, order, elsewhere(body))
      return reply.code(201).send(view(made))
    }
  )
  app.post<{
    Params: { sid: string }
    Body: { author: string; body: string } & Asking
  }>(
    '/:sid/messages',
    { schema: { body: messageSchema } },
    async ({ params, body }, reply) => {
      const found = network.conversations.find(service, params.sid)
      if (!found)
        return reply.code(404).send({ message: 'No such conversation' })
      addMessage(network, found, body, elsewhere(body))
      return reply.code(201).send(view(found))
    }
  )
  app.post<{
    Params: { sid: string }
    Body: { state: ConversationState } & Asking
  }>(
    '/:sid/state',
    { schema: { body: stateSchema } },
    async ({ params, body }, reply) => {
      const found = network.conversations.find(service, params.sid)
      if (!found)
        return reply.code(404).send({ message: 'No such conversation' })
      const { state } = body
      updateConversation(network, found, { state }, elsewhere(body))
      return view(found)
    }
  )
}
