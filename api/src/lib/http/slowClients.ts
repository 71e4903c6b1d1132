import type { Server } from 'node:http'

import { config } from 'src/lib/config/config'
import { countRefusal } from 'src/lib/metrics/requests'

/**
 * What `http.createServer` is told of who is slow or loud. Headers of more than 16 KB are answered with 431, and who
 * has not sent them after 20 s with 408, looked at every 5 s: a thousand connections that send a byte now and then
 * keep nobody else out for long. Twilio's and the browsers' headers are a few KB.
 */
export const SLOW_CLIENTS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 20_000,
  // The largest upload, from a phone (25 MB at 2 Mbit/s).
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
} as const

/** Who takes nothing of an answer for so long, and gets no ping of a stream (every 12 s), is gone. */
const SILENT_MS = 120_000

const WHY: Record<string, string> = {
  HPE_HEADER_OVERFLOW: 'headers',
  ERR_HTTP_REQUEST_TIMEOUT: 'slow',
}

/** Ends who neither sends nor takes anything, takes no more connections than there is room for, and counts whom it refuses. */
export function guardConnections(server: Server, silentMs = SILENT_MS) {
  server.maxConnections = config.connections
  server.on('drop', () => countRefusal('connections'))
  server.setTimeout(silentMs, (socket) => {
    // The end of a connection that was kept for the next request is told here, too.
    if (socket.bytesRead === 0 || socket.writableLength > 0) {
      countRefusal('silent')
    }
    socket.destroy()
  })
  server.on('clientError', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET') {
      countRefusal(WHY[error.code ?? ''] ?? 'malformed')
    }
  })
}
