import http from 'node:http'
import type { TestContext } from 'node:test'

import { type CallbackRequest, callback } from '../../bench/load/callbacks'

/** One callback, and what became of each attempt to bring it: the answer's status, or 0 where none came. */
export interface Delivery {
  message: number
  status: 'sent' | 'delivered'
  answers: number[]
}

export interface Tally {
  acknowledged: number
  /** 503: bring it again. */
  refused: number
  unanswered: number
}

export interface Sender {
  tally: Tally
  /** Resolves after the answer that makes it true; rejects when no answer will. */
  until: (reached: (tally: Tally) => boolean) => Promise<void>
  /** Ends when every callback is acknowledged. */
  done: Promise<Delivery[]>
}

/** What a sender waits before it repeats; Twilio waits longer. */
const PAUSE_MS = 20

const WINDOW = 50

/** Sent, then delivered, for each message; those of other messages in between. */
function deliveriesOf(messages: number): Delivery[] {
  const deliveries: Delivery[] = []
  for (let from = 0; from < messages; from += WINDOW) {
    for (const status of ['sent', 'delivered'] as const) {
      const to = Math.min(from + WINDOW, messages)
      for (let message = from; message < to; message++) {
        deliveries.push({ message, status, answers: [] })
      }
    }
  }
  return deliveries
}

/** The status of the answer; 0 where the connection breaks or can't be made. */
const post = (
  origin: string,
  agent: http.Agent,
  { path, headers, body }: CallbackRequest
) =>
  new Promise<number>((resolve) => {
    const request = http.request(
      origin + path,
      { method: 'POST', agent, headers },
      (response) => {
        response.resume()
        response.once('close', () =>
          resolve(response.complete ? (response.statusCode ?? 0) : 0)
        )
      }
    )
    request.once('error', () => resolve(0))
    request.end(body)
  })

/**
 * Brings two callbacks for each message over `connections` connections, each again until it is acknowledged, or the
 * test is over.
 */
export function startSending(
  t: TestContext,
  origin: string,
  messages: number,
  connections: number
): Sender {
  const deliveries = deliveriesOf(messages)
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const tally: Tally = { acknowledged: 0, refused: 0, unanswered: 0 }
  const waiting = new Set<() => void>()
  let over = false
  t.after(() => {
    over = true
  })

  const count = (answer: number) => {
    const kind =
      answer === 204
        ? 'acknowledged'
        : answer === 503
          ? 'refused'
          : 'unanswered'
    tally[kind] += 1
    waiting.forEach((look) => look())
  }

  const deliver = async (delivery: Delivery) => {
    const request = callback(delivery.message, delivery.status)
    while (!over) {
      const answer = await post(origin, agent, request)
      delivery.answers.push(answer)
      count(answer)
      if (answer === 204) {
        return
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }

  const queue = deliveries.values()
  const work = async () => {
    for (const delivery of queue) {
      await deliver(delivery)
    }
  }

  const done = Promise.all(Array.from({ length: connections }, work)).then(
    () => {
      agent.destroy()
      return deliveries
    }
  )

  const until = (reached: (tally: Tally) => boolean) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (reached(tally)) {
          waiting.delete(look)
          resolve()
        }
      }
      waiting.add(look)
      look()
      void done.then(() =>
        reject(new Error('All was acknowledged, and it did not come to that'))
      )
    })

  return { tally, until, done }
}
