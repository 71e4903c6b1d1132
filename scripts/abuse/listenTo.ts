import http from 'node:http'

const SUBSCRIPTION = 'subscription { messageStatusChanged { id status } }'

interface Change {
  id: string
  status: string
}

/** Hears of each change of a message, on a connection of its own; resolves when the stream is open. */
export const listenTo = (
  url: string,
  key: string,
  hear: (change: Change) => void
) =>
  new Promise<{ close: () => void }>((resolve, reject) => {
    const request = http.request(`${url}/graphql/stream`, {
      method: 'POST',
      agent: false,
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        accept: 'text/event-stream',
      },
    })
    request.on('error', reject)
    request.on('response', (response) => {
      let rest = ''
      response.setEncoding('utf8')
      response.on('error', () => {})
      response.on('data', (text: string) => {
        const pieces = (rest + text).split('\n\n')
        rest = pieces.pop() ?? ''
        for (const [, json] of pieces
          .join('\n\n')
          .matchAll(/^data: (\{.+)$/gm)) {
          const { data } = JSON.parse(json)
          if (data?.messageStatusChanged) {
            hear(data.messageStatusChanged)
          }
        }
      })
      resolve({ close: () => request.destroy() })
    })
    request.end(JSON.stringify({ query: SUBSCRIPTION }))
  })
