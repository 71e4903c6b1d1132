import type { Client } from 'pg'

import { createApiKey } from '../database'
import { percentile, sum } from '../measure/statistics'
import type { Server } from '../servers/server'

import { type Question, questionsAbout } from './questions'

/** A server on a load. */
export interface Side {
  server: Server
  client: Client
  messages: number
}

interface Times {
  p50: number
  p95: number
  /** How many rows an answer had, on average: one of two takes less than one of thirty. */
  rows: number
}

/** How one question fared at both sizes: milliseconds until the answer was there. */
export interface Fared {
  name: string
  small: Times
  large: Times
  /** The large one's p95 in those of the small one. */
  ratio: number
}

const WARM_UP = 15

interface Answer {
  milliseconds: number
  rows: number
}

/** Asks as a page does, and gives the milliseconds until the whole answer was there. */
const createAsk = async ({ server, client }: Side) => {
  const key = await createApiKey(client)
  return async (
    { name, query, variables }: Question,
    n: number
  ): Promise<Answer> => {
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
    const { errors, data } = await response.json()
    const milliseconds = performance.now() - began
    if (errors) {
      throw new Error(`${name}: ${JSON.stringify(errors)}`)
    }
    const { edges = [] } = (data.conversations ?? data.messages ?? {}) as {
      edges?: object[]
    }
    return { milliseconds, rows: edges.length }
  }
}

const describe = (answers: Answer[]): Times => {
  const all = answers.map(({ milliseconds }) => milliseconds)
  return {
    p50: percentile(all, 0.5),
    p95: percentile(all, 0.95),
    rows: sum(answers.map(({ rows }) => rows)) / answers.length,
  }
}

/** Each question whose name has `about` to both, one after the other, so that whatever else the machine does meets both alike. */
export async function measureInbox(
  small: Side,
  large: Side,
  times: number,
  about: string,
  report: (fared: Fared) => void
): Promise<Fared[]> {
  const asks = [await createAsk(small), await createAsk(large)]
  const questions = [
    await questionsAbout(small.client, small.messages),
    await questionsAbout(large.client, large.messages),
  ]
  const all: Fared[] = []
  for (const [index, { name }] of questions[0].entries()) {
    if (!name.includes(about)) {
      continue
    }
    const taken: Answer[][] = [[], []]
    for (let n = -WARM_UP; n < times; n++) {
      // Who comes first takes turns.
      for (const side of n % 2 === 0 ? [0, 1] : [1, 0]) {
        const answer = await asks[side](questions[side][index], n + WARM_UP)
        if (n >= 0) {
          taken[side].push(answer)
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
