import type { FastifyInstance, FastifyReply } from 'fastify'

import { placeCall, type CallOrder } from '../calls/placeCall'
import type { OutcomeOrder } from '../delivery/outcomes'
import { MAGIC_OUTCOMES } from '../delivery/outcomes'
import type { FaultOrder } from '../faults/faults'
import { MAGIC_FAULTS } from '../faults/magicFaults'
import type { InboundOrder } from '../inbound/receiveMessage'
import { receiveMessage } from '../inbound/receiveMessage'
import { AirTimeout, type AirFilter } from '../network/air'
import type { PhoneNetwork } from '../network/network'
import type { SettingsChange } from '../network/settings'

import { callView } from './callView'
import type { Control } from './control'
import { callSchema, inboundSchema, outcomeSchema } from './controlSchemas'
import { messageView } from './messageView'
import { streamAir } from './streamAir'

type Query = Record<string, string | undefined>

/** Base64 of the ten pictures of 5 MB that a message may have. */
const INBOUND_LIMIT = 70 * 1024 * 1024

/** The control API, JSON throughout. The README beside `simulator.ts` is its reference. */
export async function controlApi(
  app: FastifyInstance,
  { network, control }: { network: PhoneNetwork; control: Control }
) {
  app.get('/state', async () => ({
    account: {
      accountSid: network.account.accountSid,
      phoneNumber: network.account.phoneNumber,
      messagingServiceSid: network.account.messagingServiceSid,
    },
    settings: control.settings(),
    faults: control.faults(),
    optOuts: network.optOuts.list(),
    underWay: network.tasks.underWay(),
    lastSeq: control.lastSeq(),
    magic: Object.fromEntries(
      Object.entries({ ...MAGIC_OUTCOMES, ...MAGIC_FAULTS }).map(
        ([digits, { says }]) => [digits, says]
      )
    ),
  }))
  app.post<{ Body: SettingsChange }>('/settings', async ({ body }) =>
    control.changeSettings(body)
  )
  app.post<{ Body: { seed?: number } | null }>('/reset', async ({ body }) => {
    control.reset(body?.seed)
    return { lastSeq: control.lastSeq() }
  })
  app.post<{ Body: { ms: number } }>('/refuse', async ({ body }, reply) => {
    const ms = Number(body?.ms)
    if (!(ms > 0 && ms <= 600_000)) {
      return reply.code(400).send({ message: "'ms' must be from 1 to 600000" })
    }
    // Answered first: the answer's own connection is among those that break.
    reply.raw.once('finish', () => void control.refuse(ms))
    return { ms }
  })

  app.post<{ Body: InboundOrder & { wait?: boolean } }>(
    '/inbound',
    { schema: { body: inboundSchema }, bodyLimit: INBOUND_LIMIT },
    async ({ body: { wait = true, ...order } }, reply) => {
      const { message, announced } = receiveMessage(network, order)
      if (wait) await announced
      else network.tasks.background(announced)
      return reply.code(201).send(messageView(message))
    }
  )
  app.post<{ Body: CallOrder & { wait?: boolean } }>(
    '/calls',
    { schema: { body: callSchema } },
    async ({ body: { wait = true, ...order } }, reply) => {
      const { call, over } = placeCall(network, order)
      if (wait) await over
      else network.tasks.background(over)
      return reply.code(201).send(callView(call))
    }
  )
  app.get<{ Querystring: Query }>('/calls', async ({ query }) =>
    network.calls
      .list()
      .filter(({ from }) => query.from === undefined || from === query.from)
      .map(callView)
  )
  app.get<{ Querystring: Query }>('/messages', async ({ query }) =>
    control
      .messages({ to: query.to, body: query.body })
      .filter(
        ({ to, from }) =>
          query.address === undefined || [to, from].includes(query.address)
      )
      .slice(0, Number(query.limit) || 500)
      .map(messageView)
  )
  app.get<{ Querystring: Query }>('/accepted', async ({ query }) =>
    control.accepted({ to: query.to, body: query.body })
  )
  app.post<{ Params: { sid: string } }>(
    '/messages/:sid/read',
    async ({ params }) => ({ read: control.read(params.sid) })
  )
  app.post<{ Params: { sid: string } }>(
    '/messages/:sid/release',
    async ({ params }) => ({ released: control.release(params.sid) })
  )
  app.get<{ Params: { sid: string; media: string } }>(
    '/messages/:sid/media/:media',
    async ({ params }, reply) => {
      const media = network.messages
        .find(params.sid)
        ?.media.find(({ sid }) => sid === params.media)
      if (!media) return reply.code(404).send({ message: 'No such picture' })
      return reply.type(media.contentType).send(media.content)
    }
  )

  app.get('/faults', async () => control.faults())
  app.post<{ Body: FaultOrder }>('/faults', async ({ body }, reply) =>
    reply.code(201).send(control.addFault(body ?? {}))
  )
  app.delete('/faults', async (_request, reply) => {
    control.clearFaults()
    return reply.code(204).send()
  })
  app.delete<{ Params: { id: string } }>(
    '/faults/:id',
    async ({ params }, reply) =>
      control.removeFault(params.id)
        ? reply.code(204).send()
        : reply.code(404).send({ message: 'No such fault' })
  )
  app.post<{ Body: OutcomeOrder }>(
    '/outcomes',
    { schema: { body: outcomeSchema } },
    async ({ body }, reply) => {
      control.orderOutcome(body)
      return reply.code(201).send(body)
    }
  )

  app.get<{ Querystring: Query }>('/events', async ({ query }) => {
    const { since, limit, filter } = readFilter(query)
    return control.events(filter, since).slice(-limit)
  })
  app.get<{ Querystring: Query }>('/wait', async ({ query }, reply) => {
    const { since, count, timeout, filter } = readFilter(query)
    try {
      return await control.waitFor(filter, { since, count, timeout })
    } catch (error) {
      if (!(error instanceof AirTimeout)) throw error
      return timedOut(reply, error.message, error.seen)
    }
  })
  app.get<{ Querystring: Query }>('/idle', async ({ query }, reply) => {
    const { timeout } = readFilter(query)
    const over = Symbol('over')
    const timer: { id?: NodeJS.Timeout } = {}
    const result = await Promise.race([
      control.idle(),
      new Promise((resolve) => {
        timer.id = setTimeout(() => resolve(over), timeout)
      }),
    ])
    clearTimeout(timer.id)
    if (result === over) {
      const message = `${network.tasks.underWay()} tasks are under way`
      return timedOut(reply, message, [])
    }
    return { lastSeq: control.lastSeq() }
  })
  app.get('/stream', (request, reply) => streamAir(network.air, request, reply))
}

/** 408, with what was there: what a test prints when it fails. */
const timedOut = (reply: FastifyReply, message: string, events: unknown[]) =>
  reply.code(408).send({ message, events })

function readFilter({ since, count, timeout, limit, ...filter }: Query) {
  return {
    filter: filter as AirFilter,
    since: Number(since) || 0,
    count: Number(count) || 1,
    limit: Number(limit) || 1000,
    timeout: Math.min(Number(timeout) || 10_000, 120_000),
  }
}
