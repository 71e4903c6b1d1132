import http from 'node:http'

import type { CallbackRequest } from './callbacks'
import type { Shots } from './fire'

const LONGEST_MS = 30_000

const send = (
  agent: http.Agent,
  origin: string,
  { method, path, headers, body }: CallbackRequest
) =>
  new Promise<boolean>((resolve) => {
    const request = http.request(
      origin + path,
      { agent, method, headers, timeout: LONGEST_MS },
      (response) => {
        const { statusCode = 0 } = response
        response.resume()
        response.once('end', () =>
          resolve(statusCode >= 200 && statusCode < 300)
        )
      }
    )
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
    request.end(body)
  })

/**
 * Sends all of the requests, `rate` a second and evenly, whether or not those before them are answered. (autocannon
 * sends a second's requests at its beginning.)
 */
export async function firePaced(
  origin: string,
  requests: CallbackRequest[],
  rate: number
): Promise<Shots> {
  const agent = new http.Agent({ keepAlive: true })
  const latencies: number[] = []
  let succeeded = 0
  const began = performance.now()
  const shoot = async (request: CallbackRequest) => {
    const sent = performance.now()
    const isGood = await send(agent, origin, request)
    latencies.push(performance.now() - sent)
    succeeded += isGood ? 1 : 0
  }
  const shots: Promise<void>[] = []
  for (const [n, request] of requests.entries()) {
    const wait = began + (n / rate) * 1000 - performance.now()
    if (wait > 0) {
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
    shots.push(shoot(request))
  }
  await Promise.all(shots)
  agent.destroy()
  return {
    latencies,
    succeeded,
    failed: requests.length - succeeded,
    seconds: (performance.now() - began) / 1000,
  }
}
