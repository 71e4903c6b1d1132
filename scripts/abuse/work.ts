import { setTimeout as pause } from 'node:timers/promises'

import type { ApiProcess } from '../faults/apiProcess'
import { until } from '../faults/until'

import { listenTo } from './listenTo'

const SEND = `mutation ($to: String!, $key: String!) {
  sendSms(to: $to, body: "At work", idempotencyKey: $key) { id }
}`

export interface Work {
  /** Milliseconds that each send took. */
  took: number[]
  problems: string[]
  /** Resolves when everything that was sent has been heard of as delivered. */
  finish: () => Promise<void>
}

/** Somebody who goes on sending, twice in a second, and hears live what becomes of it. */
export async function startWorking(
  api: ApiProcess,
  key: string
): Promise<Work> {
  const took: number[] = []
  const problems: string[] = []
  const sent = new Set<string>()
  const delivered = new Set<string>()
  let isOver = false
  const stream = await listenTo(api.url, key, ({ id, status }) => {
    if (status === 'DELIVERED') {
      delivered.add(id)
    }
  })
  const send = async (n: number) => {
    const since = performance.now()
    const to = `+1415555${2000 + n}`
    const { sendSms } = await api.query<{ sendSms: { id: string } }>(SEND, {
      to,
      key: `work-${n}`,
    })
    took.push(performance.now() - since)
    sent.add(sendSms.id)
  }
  const work = (async () => {
    for (let n = 0; !isOver; n += 1) {
      await send(n).catch((error: Error) => problems.push(error.message))
      await pause(500)
    }
  })()
  return {
    took,
    problems,
    finish: async () => {
      isOver = true
      await work
      await until(
        'all that was sent is heard of as delivered',
        async () => [...sent].every((id) => delivered.has(id)),
        60_000
      )
      stream.close()
    },
  }
}
