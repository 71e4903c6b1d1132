import type { Client } from 'pg'

import { createApiKey } from '../database'
import { percentile } from '../measure/statistics'
import type { Server } from '../servers/server'

import { type Question, questionsAbout } from './questions'

/** A server on a load. */
export interface Side {
  server: Server
  client: Client
  messages: number
}

/** How one question fared at both sizes: milliseconds until the answer was there. */
export interface Fared {
  name: string
  small: { p50: number; p95: number }
  large: { p50: number; p95: number }
  /** The large one's p95 in those of the small one. */
  ratio: number
}

const WARM_UP = 15

/** Asks as a page does, and gives the milliseconds until the whole answer was there. */
const createAsk = async ({ server, client }: Side) => {
  const key = await createApiKey(client)
  return async ({ name, query, variables }: Question, n: number) => {
    const body = JSON.stringify({ query, variables: variables(n) })
    const began = performance.now()
    const response = await fetch(
      `${server.origin}/.redwood/functions/graphql`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${key}`,
        },
        body,
      }
    )
    const { errors } = await response.json()
    const milliseconds = performance.now() - began
    if (errors) {
      throw new Error(`${name}: ${JSON.stringify(errors)}`)
    }
    return milliseconds
  }
}

const describe = (all: number[]) => ({
  p50: percentile(all, 0.5),
  p95: percentile(all, 0.95),
})

/** Each question to both, one after the other, so that whatever else the machine does meets both alike. */
export async function measureInbox(
  small: Side,
  large: Side,
  times: number,
  report: (fared: Fared) => void
): Promise<Fared[]> {
  const asks = [await createAsk(small), await createAsk(large)]
  const questions = [
    await questionsAbout(small.client, small.messages),
    await questionsAbout(large.client, large.messages),
  ]
  const all: Fared[] = []
  for (const [index, { name }] of questions[0].entries()) {
    const taken: number[][] = [[], []]
    for (let n = -WARM_UP; n < times; n++) {
      // Who comes first takes turns.
      for (const side of n % 2 === 0 ? [0, 1] : [1, 0]) {
        const milliseconds = await asks[side](
          questions[side][index],
          n + WARM_UP
        )
        if (n >= 0) {
          taken[side].push(milliseconds)
        }
      }
    }
    const [one, other] = taken.map(describe)
    const fared = { name, small: one, large: other, ratio: other.p95 / one.p95 }
    report(fared)
    all.push(fared)
  }
  return all
}
