import http from 'node:http'
import type { AddressInfo } from 'node:net'

import type { APIGatewayProxyEvent } from 'aws-lambda'

import { mockHttpEvent } from '@redwoodjs/testing/api'

import { config } from 'src/lib/config/config'

interface Answer {
  statusCode: number
  headers?: Record<string, string>
  body?: string
}

type Handlers = Record<string, (event: APIGatewayProxyEvent) => Promise<Answer>>

const FUNCTIONS = '/.redwood/functions/'

/** Our webhooks on a real port, as the public origin that Twilio calls. */
export async function serveWebhooks(handlers: Handlers) {
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) {
      chunks.push(chunk)
    }
    const original = (request.url ?? '').slice(FUNCTIONS.length - 1)
    const { pathname, searchParams } = new URL(original, 'http://localhost')
    const { statusCode, headers, body } = await handlers[pathname.slice(1)](
      mockHttpEvent({
        httpMethod: request.method as 'POST',
        path: pathname,
        queryStringParameters: Object.fromEntries(searchParams),
        headers: {
          ...(request.headers as Record<string, string>),
          'x-original-url': original,
        },
        payload: Buffer.concat(chunks).toString(),
      }) as APIGatewayProxyEvent
    )
    response.writeHead(statusCode, headers)
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  config.publicOrigin = `http://127.0.0.1:${port}`
  return {
    url: (name: string) => `${config.publicOrigin}${FUNCTIONS}${name}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
