import http from 'node:http'

import { createApiKey, layOutMessages } from '../database'
import {
  type CallbackRequest,
  callback,
  CONVERSATIONS,
  conversationId,
  messageId,
} from '../load/callbacks'
import { subscribe } from '../load/subscriber'
import type { Server } from '../servers/server'

import type { Load } from './throughput'

/** What a stream hears: every message, or those of one conversation, each stream of another; or there are no streams. */
export type Scope = 'all' | 'conversation' | 'none'

export interface Streams {
  scope: Scope
  callbacksPerSecond: number
  callbacks: number
  failed: number
  /** Milliseconds from the sending of a callback until a subscriber has heard of it, one for each of both; once warm. */
  latencies: number[]
  lost: number
  /** Of the server's process, for all of it. */
  cpuSeconds: number
  seconds: number
}

const SUBSCRIBERS = 100
const CALLBACKS_PER_SECOND = 200

/** So long the server has to get warm (code compiled, connections open); what comes late then is not measured. */
const WARM_UP_SECONDS = 2

/** How long after the last callback an event is waited for; what has not come then is lost. */
const SETTLE_MS = 30_000

const post = (
  origin: string,
  agent: http.Agent,
  { path, headers, body }: CallbackRequest
) =>
  new Promise<boolean>((resolve) => {
    const request = http.request(
      origin + path,
      { method: 'POST', agent, headers },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode === 204))
      }
    )
    request.on('error', () => resolve(false))
    request.end(body)
  })

/** Calls `act` with 0, 1, 2 … at an even pace by the clock, whatever the answers do. */
const pace = (perSecond: number, amount: number, act: (n: number) => void) =>
  new Promise<void>((resolve) => {
    const began = performance.now()
    let done = 0
    const timer = setInterval(() => {
      const due = ((performance.now() - began) / 1000) * perSecond
      while (done < Math.min(due, amount)) {
        act(done++)
      }
      if (done === amount) {
        clearInterval(timer)
        resolve()
      }
    }, 1)
  })

/** The message that callback `n` is about: of the conversations that the streams may have, one after the other. */
const messageOf = (n: number) =>
  Math.floor(n / SUBSCRIBERS) * CONVERSATIONS + (n % SUBSCRIBERS)

/**
 * How long after Twilio's callback everyone knows whom it concerns. Each callback is about a message of its own.
 */
export async function measureStreams(
  server: Server,
  { client }: Load,
  scope: Scope,
  seconds: number
): Promise<Streams> {
  const unmeasured = CALLBACKS_PER_SECOND * WARM_UP_SECONDS
  const amount = unmeasured + CALLBACKS_PER_SECOND * seconds
  const numbers = Array.from({ length: amount }, (_, n) => messageOf(n))
  await layOutMessages(client, messageOf(amount) + 1)
  const key = await createApiKey(client)
  const requests = numbers.map((number) => callback(number, 'delivered'))

  const subscribers = scope === 'none' ? 0 : SUBSCRIBERS
  const expected = { all: amount * subscribers, conversation: amount, none: 0 }[
    scope
  ]
  const sentAt = new Map<string, number>()
  const latencies: number[] = []
  let heardAll = () => {}
  const everything = new Promise<void>((resolve) => (heardAll = resolve))
  const warmingUp = new Set(numbers.slice(0, unmeasured).map(messageId))
  let heard = 0
  const hear = (id: string) => {
    heard += 1
    if (!warmingUp.has(id)) {
      latencies.push(performance.now() - (sentAt.get(id) ?? NaN))
    }
    if (heard === expected) {
      heardAll()
    }
  }
  const streams = await Promise.all(
    Array.from({ length: subscribers }, (_, n) => {
      const conversation = scope === 'all' ? null : conversationId(n)
      return subscribe(server.origin, key, conversation, hear)
    })
  )
  const before = await server.usage()
  const agent = new http.Agent({ keepAlive: true })
  const answers: Promise<boolean>[] = []
  await pace(CALLBACKS_PER_SECOND, amount, (n) => {
    sentAt.set(messageId(numbers[n]), performance.now())
    answers.push(post(server.origin, agent, requests[n]))
  })
  const answered = await Promise.all(answers)
  if (expected > 0) {
    const patience = setTimeout(heardAll, SETTLE_MS)
    await everything
    clearTimeout(patience)
  }
  const after = await server.usage()
  streams.forEach((stream) => stream.close())
  agent.destroy()
  return {
    scope,
    callbacksPerSecond: CALLBACKS_PER_SECOND,
    callbacks: amount,
    failed: answered.filter((success) => !success).length,
    latencies,
    lost: expected - heard,
    cpuSeconds: after.cpuSeconds - before.cpuSeconds,
    seconds: WARM_UP_SECONDS + seconds,
  }
}
