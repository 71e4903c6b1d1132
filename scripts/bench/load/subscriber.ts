import http from 'node:http'

const SUBSCRIPTION =
  'subscription ($id: ID) { messageStatusChanged(conversationId: $id) { id status } }'

export interface Subscriber {
  close: () => void
}

/** The ids of the messages in a piece of a stream; an event may be split between two pieces, so the rest is given back. */
function readIds(text: string, hear: (id: string) => void): string {
  const end = text.lastIndexOf('\n\n')
  if (end < 0) {
    return text
  }
  for (const [, id] of text.slice(0, end).matchAll(/"id":"([^"]+)"/g)) {
    hear(id)
  }
  return text.slice(end + 2)
}

/**
 * Listens on a connection of its own, as a browser does; resolves when the stream is open.
 *
 * @param conversationId whose messages; null for all
 */
export const subscribe = (
  origin: string,
  key: string,
  conversationId: string | null,
  hear: (messageId: string) => void
) =>
  new Promise<Subscriber>((resolve, reject) => {
    const request = http.request(
      `${origin}/.redwood/functions/graphql/stream`,
      {
        method: 'POST',
        agent: false,
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          accept: 'text/event-stream',
        },
      },
      (response) => {
        if (response.statusCode !== 200) {
          reject(new Error(`The stream answers ${response.statusCode}`))
        }
        let rest = ''
        response.setEncoding('utf8')
        response.on('data', (text: string) => {
          rest = readIds(rest + text, hear)
        })
        response.on('error', () => {})
        resolve({ close: () => request.destroy() })
      }
    )
    request.on('error', reject)
    const variables = { id: conversationId }
    request.end(JSON.stringify({ query: SUBSCRIPTION, variables }))
  })
