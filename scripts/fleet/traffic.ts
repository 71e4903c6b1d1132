import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { askUntilAnswered } from './client'
import type { Fleet } from './fleet'

const SEND = `mutation ($to: String!, $body: String!, $key: String!, $sendAt: DateTime) {
  sendSms(to: $to, body: $body, idempotencyKey: $key, sendAt: $sendAt) { id }
}`

/** Calls `act` at an even pace, so often or until it is over; resolves when all that it began is done. */
async function pace(
  { perSecond, amount = Infinity }: Pace,
  over: AbortSignal,
  act: (n: number) => Promise<unknown>
) {
  const began = performance.now()
  const acts: Promise<unknown>[] = []
  for (let n = 0; n < amount && !over.aborted; n++) {
    const wait = began + (n / perSecond) * 1000 - performance.now()
    if (wait > 0) {
      await pause(wait)
    }
    acts.push(act(n))
  }
  await Promise.all(acts)
}

export interface Traffic {
  /** What each message says, which says which it is. */
  sends: string[]
  inbound: string[]
  /** How many milliseconds each send took to be answered. */
  answeredAfter: number[]
  /** Begins no more. */
  stop: () => void
  /** Resolves when everybody who sent has been answered, and each inbound message was brought or given up. */
  done: Promise<unknown>
}

/** Long enough to be asked again meanwhile. */
const LATER_MS = 5_000

interface Pace {
  perSecond: number
  /** Left out: until it is stopped. */
  amount?: number
}

interface TrafficOptions {
  /** Told apart from all other traffic by this. */
  name: string
  send: Pace
  write: Pace
  /** So many, each a conversation. */
  people: number
  /** Every so many-th send is for later: a worker sends it. */
  laterEvery: number
}

/**
 * Messages that programs send, each again under the same key until there is an answer, and messages that people write to
 * us, which Twilio brings.
 */
export function startTraffic(
  { simulator, balancer, key }: Fleet,
  { name, send, write, people, laterEvery }: TrafficOptions
): Traffic {
  const sends: string[] = []
  const inbound: string[] = []
  const answeredAfter: number[] = []
  const over = new AbortController()
  const personOf = (n: number) => `+1415555${3000 + (n % people)}`

  const sendOne = async (n: number) => {
    const began = performance.now()
    const body = `${name}, sent ${n}.`
    sends.push(body)
    const isForLater = n % laterEvery === laterEvery - 1
    const sendUnder = (idempotencyKey: string) =>
      askUntilAnswered(balancer.url, key, SEND, {
        to: personOf(n),
        body,
        key: idempotencyKey,
        sendAt: isForLater
          ? new Date(Date.now() + LATER_MS).toISOString()
          : null,
      })
    for (;;) {
      try {
        await sendUnder(randomUUID())
        break
      } catch (error) {
        // Nothing was written: a repetition of what was would be answered, whatever the time.
        if (!/has passed/.test(String(error))) {
          throw error
        }
      }
    }
    answeredAfter.push(performance.now() - began)
  }
  const writeOne = (n: number) => {
    const body = `${name}, written ${n}.`
    inbound.push(body)
    return simulator.control.receive({ from: personOf(n), body })
  }

  return {
    sends,
    inbound,
    answeredAfter,
    stop: () => over.abort(),
    done: Promise.all([
      pace(send, over.signal, sendOne),
      pace(write, over.signal, writeOne),
    ]),
  }
}
