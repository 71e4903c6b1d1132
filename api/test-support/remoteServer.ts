import http from 'node:http'
import type { AddressInfo } from 'node:net'

import { config } from 'src/lib/config/config'

type Listener = (
  request: http.IncomingMessage,
  response: http.ServerResponse
) => void

/** Somebody else's server, on this machine: so nothing may be fetched from it unless it is allowed. */
export interface RemoteServer {
  url: string
  host: string
  /** Method and path of each request. */
  asked: string[]
  /** Names it as one that may be fetched from, until it is closed. */
  allow: () => void
  close: () => Promise<void>
}

export async function startRemoteServer(
  listener: Listener
): Promise<RemoteServer> {
  const asked: string[] = []
  const server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const allowed = config.mediaAllowedHosts
  return {
    url: `http://${host}`,
    host,
    asked,
    allow: () => {
      config.mediaAllowedHosts = [...config.mediaAllowedHosts, host]
    },
    close: () => {
      config.mediaAllowedHosts = allowed
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

/** A listener that has a file at each path, and answers 404 elsewhere. */
export const serving =
  (files: Record<string, { type: string; size: number }>): Listener =>
  (request, response) => {
    const file = files[request.url ?? '']
    if (!file) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': file.size,
    })
    response.end(
      request.method === 'HEAD' ? undefined : Buffer.alloc(file.size)
    )
  }
