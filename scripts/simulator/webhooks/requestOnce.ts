import http from 'node:http'
import https from 'node:https'
import { gunzipSync } from 'node:zlib'

export interface OutgoingRequest {
  url: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
  /** Milliseconds. */
  connectTimeout: number
  /** Milliseconds to the first, and then to each next, packet. */
  responseTimeout: number
  /** Milliseconds for the whole attempt. */
  totalTimeout: number
  signal: AbortSignal
  /** Bytes of the answer that are read; default 64 KB and one. */
  limit?: number
}

export type AttemptResult =
  | {
      kind: 'answer'
      status: number
      headers: http.IncomingHttpHeaders
      body: Buffer
    }
  | {
      kind: 'failure'
      /** `ct`: never connected; `rt`: no answer; `partial`: part of an answer, which is never repeated. */
      reason: 'ct' | 'rt' | 'partial'
      error: string
    }

/**
 * One attempt at a request, over a connection of its own: only so is 'could not connect' a fact, on which
 * Twilio's rule of repeats stands. Never rejects.
 */
export function requestOnce(request: OutgoingRequest): Promise<AttemptResult> {
  const limit = request.limit ?? 64 * 1024 + 1
  return new Promise((resolve) => {
    const url = new URL(request.url)
    const secure = url.protocol === 'https:'
    let stage: 'ct' | 'rt' | 'partial' = 'ct'
    let settled = false
    let timer: NodeJS.Timeout

    const outgoing = (secure ? https : http).request(url, {
      method: request.method,
      headers: request.headers,
      agent: false,
      // Sent by us without them: the user and password of a URL go into a header.
      auth: url.username
        ? `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
        : undefined,
      signal: request.signal,
    })
    const settle = (result: AttemptResult) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      clearTimeout(total)
      resolve(result)
    }
    const fail = (error: string) => {
      settle({ kind: 'failure', reason: stage, error })
      outgoing.destroy()
    }
    const within = (ms: number, error: string) => {
      clearTimeout(timer)
      timer = setTimeout(() => fail(error), ms)
    }
    const total = setTimeout(
      () => fail('The time for all attempts is over'),
      request.totalTimeout
    )
    within(request.connectTimeout, 'No connection in time')

    outgoing.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        stage = 'rt'
        within(request.responseTimeout, 'No answer in time')
      })
    })
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      fail(error.code ?? error.message)
    )
    outgoing.on('response', (response) => {
      stage = 'partial'
      const chunks: Buffer[] = []
      let size = 0
      const finish = () => {
        const { statusCode = 0, headers } = response
        const received = Buffer.concat(chunks)
        try {
          const body =
            headers['content-encoding'] === 'gzip'
              ? gunzipSync(received, { maxOutputLength: limit })
              : received
          settle({ kind: 'answer', status: statusCode, headers, body })
        } catch (error) {
          fail(String(error))
        }
      }
      response.on('data', (chunk: Buffer) => {
        within(request.responseTimeout, 'The answer stopped half-way')
        chunks.push(chunk)
        size += chunk.length
        if (size < limit) return
        finish()
        outgoing.destroy()
      })
      response.on('end', () =>
        response.complete ? finish() : fail('The answer broke off')
      )
      response.on('error', (error) => fail(error.message))
    })
    outgoing.end(request.body)
  })
}
