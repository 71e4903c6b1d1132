import http from 'node:http'
import type { AddressInfo } from 'node:net'

import { config } from 'src/lib/config/config'

/** What a receiver of our events got. */
export interface ReceivedEvent {
  headers: Record<string, string>
  /** To the letter, as it was signed. */
  body: string
}

type Answer = (
  response: http.ServerResponse,
  request: http.IncomingMessage
) => void

/** A workflow tool on this machine, that we may send to until it is closed. Answers 204 unless told otherwise. */
export interface WebhookReceiver {
  url: string
  received: ReceivedEvent[]
  /** For the next requests, in order. */
  answers: Answer[]
  close: () => Promise<void>
}

export const answering =
  (status: number, body = '', headers: http.OutgoingHttpHeaders = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(body)

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedEvent[] = []
  const answers: Answer[] = []
  const server = http.createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) {
      body += chunk
    }
    received.push({
      headers: request.headers as Record<string, string>,
      body,
    })
    const answer = answers.shift() ?? answering(204)
    answer(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const allowed = config.webhookAllowedHosts
  config.webhookAllowedHosts = [...allowed, host]
  return {
    url: `http://${host}/hook`,
    received,
    answers,
    close: () => {
      config.webhookAllowedHosts = allowed
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}
