import type { Readable } from 'node:stream'

import axios, { type AxiosResponse, isAxiosError } from 'axios'

import { config } from 'src/lib/config/config'
import { isNotPublic, publicAgentsFor } from 'src/lib/http/publicAgents'

import { readRetryAfter } from './retryAfter'

const TIMEOUT_MS = 15_000

/** Of an answer: enough to read an error message in. */
const KEPT_BYTES = 1_024

/** What an endpoint said to an event. */
export interface Answer {
  /** Null where it said nothing. */
  status: number | null
  /** The first bytes. */
  body: string | null
  /** Why there is no answer, or why it is no answer to an event. */
  error: string | null
  /** Seconds that it wants to be left alone for. */
  retryAfter: number
  durationMs: number
}

const readStart = async (stream: Readable) => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= KEPT_BYTES) {
      break
    }
  }
  const start = Buffer.concat(chunks).subarray(0, KEPT_BYTES)
  return start.toString().replaceAll('\0', '')
}

const explain = (error: unknown, signal: AbortSignal) => {
  if (signal.aborted) {
    return `It did not answer within ${TIMEOUT_MS / 1000} seconds.`
  }
  if (error instanceof Error && isNotPublic(error)) {
    return 'It is not a public address.'
  }
  const code = isAxiosError(error) ? error.code : undefined
  return `It can not be reached${code ? ` (${code})` : ''}.`
}

const judge = ({ status }: AxiosResponse) => {
  if (status >= 200 && status < 300) {
    return null
  }
  return status >= 300 && status < 400
    ? `It redirects (${status}), which is not followed.`
    : `It answered ${status}.`
}

/**
 * Sends one event, once. To public addresses only, whatever the name resolves to, and nowhere that the answer points:
 * who may name an endpoint must not see into our network through it.
 *
 * @returns always: what went wrong is in the answer
 */
export async function post(
  url: string,
  body: string,
  headers: Record<string, string>
): Promise<Answer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const { http: httpAgent, https: httpsAgent } = publicAgentsFor(
    url,
    config.webhookAllowedHosts
  )
  const startedAt = performance.now()
  const durationMs = () => Math.round(performance.now() - startedAt)
  try {
    const response = await axios.post<Readable>(url, body, {
      signal,
      httpAgent,
      httpsAgent,
      // A proxy would resolve the name, and connect, for us.
      proxy: false,
      responseType: 'stream',
      // An answer that unpacks to much more than it is.
      decompress: false,
      maxRedirects: 0,
      validateStatus: () => true,
      headers: {
        ...headers,
        'Content-Type': 'application/json',
        'Accept-Encoding': 'identity',
        'User-Agent': 'Heliograph-Webhooks/1',
      },
    })
    const start = await readStart(response.data)
    return {
      status: response.status,
      body: start,
      error: judge(response),
      retryAfter: readRetryAfter(response.headers['retry-after'], new Date()),
      durationMs: durationMs(),
    }
  } catch (error) {
    return {
      status: null,
      body: null,
      error: explain(error, signal),
      retryAfter: 0,
      durationMs: durationMs(),
    }
  }
}
