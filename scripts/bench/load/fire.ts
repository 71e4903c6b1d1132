import autocannon, { type Result } from 'autocannon'

import type { CallbackRequest } from './callbacks'

export interface Shots {
  /** Milliseconds of each answer, in the order in which they came. */
  latencies: number[]
  succeeded: number
  failed: number
  /** From the first request to the last answer. */
  seconds: number
}

interface FireOptions {
  origin: string
  requests: CallbackRequest[]
  connections: number
  /** How many of the requests to send; all of them are answered before the end. */
  amount: number
}

/** Sends the first `amount` of the requests, each once, dealt to the connections in their order. */
export async function fire({
  origin,
  requests,
  connections,
  amount,
}: FireOptions): Promise<Shots> {
  const latencies: number[] = []
  let succeeded = 0
  let began = 0
  let ended = 0
  let lane = 0
  const chosen = requests.slice(0, amount)
  const lanes = Array.from({ length: connections }, (_, k) =>
    chosen.filter((_request, n) => n % connections === k)
  )
  const { errors } = await new Promise<Result>((resolve, reject) => {
    const instance = autocannon(
      {
        url: origin,
        connections,
        amount: chosen.length,
        timeout: 30,
        setupClient: (client) => {
          client.setRequests(lanes[lane++])
          began = performance.now()
        },
      },
      (error, result) => (error ? reject(error) : resolve(result))
    )
    instance.on('response', (_client, statusCode, _bytes, milliseconds) => {
      ended = performance.now()
      latencies.push(milliseconds)
      if (statusCode >= 200 && statusCode < 300) {
        succeeded += 1
      }
    })
  })
  return {
    latencies,
    succeeded,
    failed: latencies.length - succeeded + errors,
    seconds: (ended - began) / 1000,
  }
}
