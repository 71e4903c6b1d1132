import type { FastifyReply, FastifyRequest } from 'fastify'

import type { Air, AirEvent } from '../network/air'

const HEARTBEAT_MS = 15_000

/**
 * Events as they happen, as Server-Sent Events. A client that was away names the last event it has
 * (`Last-Event-ID`, or `?since=`) and gets what it missed.
 */
export function streamAir(
  air: Air,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const { since } = request.query as { since?: string }
  const seen = Number(
    request.headers['last-event-id'] ?? since ?? air.lastSeq()
  )
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
  })
  const send = (event: AirEvent) =>
    raw.write(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`)
  raw.write('retry: 500\n\n')
  for (const event of air.list({}, seen)) send(event)
  const stop = air.subscribe(send)
  const heartbeat = setInterval(
    () => raw.write(': still here\n\n'),
    HEARTBEAT_MS
  )
  raw.once('close', () => {
    stop()
    clearInterval(heartbeat)
  })
}
