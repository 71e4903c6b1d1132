import type { Socket } from 'node:net'

import type { FastifyInstance } from 'fastify'

/** Nobody sees that an event came so much later; and the system is asked to write a fraction as often. */
const EVERY_MS = 20

const streams = new Set<Socket>()
let timer: NodeJS.Timeout | undefined

const flush = () => {
  for (const socket of streams) {
    if (socket.writableLength > 0) {
      socket.uncork()
      socket.cork()
    }
  }
}

const add = (socket: Socket) => {
  socket.cork()
  streams.add(socket)
  timer ??= setInterval(flush, EVERY_MS)
}

const remove = (socket: Socket) => {
  if (streams.delete(socket)) {
    socket.uncork()
  }
  if (streams.size === 0) {
    clearInterval(timer)
    timer = undefined
  }
}

/** Writes what a live stream has to say every 20 ms, and not each event, in three parts, to each of its listeners. */
export const coalesceStreams = (server: FastifyInstance) =>
  server.addHook('onRequest', async ({ headers, raw }, reply) => {
    if (headers.accept?.includes('text/event-stream')) {
      add(raw.socket)
      reply.raw.once('close', () => remove(raw.socket))
    }
  })
