import http from 'node:http'
import type { AddressInfo } from 'node:net'

import { twilioClient } from 'src/lib/twilio/twilioClient'

import { newSid } from './messages'

/** What becomes of one call. */
export type Answer = HttpAnswer | 'reset' | 'never'

interface HttpAnswer {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

export interface Call {
  method: string
  path: string
  authorization: string | undefined
  params: URLSearchParams
}

/** A server of our own in Twilio's place, for the real client. It accepts every message unless told otherwise. */
export interface TwilioServer {
  url: string
  calls: Call[]
  /** For the next calls, in order; or what makes the answer of each. */
  answers: (Answer | ((call: Call) => Answer | Promise<Answer>))[]
  close: () => Promise<void>
}

/** Twilio's answer to a create: the fields that it has. */
export const created = (fields: Record<string, unknown> = {}): HttpAnswer => ({
  status: 201,
  body: {
    sid: newSid(),
    status: 'queued',
    from: '+15005550006',
    num_segments: '1',
    num_media: '0',
    error_code: null,
    error_message: null,
    ...fields,
  },
})

/** Twilio's error body. */
export const refused = (
  status: number,
  code: number,
  message = 'No.'
): HttpAnswer => ({
  status,
  body: {
    code,
    message,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  },
})

/** Starts it on a free port, and points the client at it. */
export async function startTwilioServer(): Promise<TwilioServer> {
  const calls: Call[] = []
  const answers: TwilioServer['answers'] = []
  const server = http.createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) {
      body += chunk
    }
    const call = {
      method: request.method ?? '',
      path: request.url ?? '',
      authorization: request.headers.authorization,
      params: new URLSearchParams(body),
    }
    calls.push(call)
    const next = answers.shift() ?? created()
    const answer = typeof next === 'function' ? await next(call) : next
    if (answer === 'reset') {
      request.socket.resetAndDestroy()
    } else if (answer !== 'never') {
      response.writeHead(answer.status, {
        'content-type': 'application/json',
        ...answer.headers,
      })
      response.end(
        typeof answer.body === 'string'
          ? answer.body
          : JSON.stringify(answer.body)
      )
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  twilioClient.api.baseUrl = url
  return {
    url,
    calls,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
