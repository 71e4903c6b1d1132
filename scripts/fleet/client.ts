import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** What a client waits before it asks again. */
const AGAIN_MS = 100

const agent = new http.Agent({ keepAlive: true })

/** One GraphQL request; rejects where there is no whole answer of the application's. */
export const ask = <Data>(
  url: string,
  key: string,
  query: string,
  variables: object = {}
) =>
  new Promise<Data>((resolve, reject) => {
    const request = http.request(
      `${url}/graphql`,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${key}`,
        },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (more: string) => (text += more))
        response.on('error', reject)
        response.on('end', () => {
          try {
            const { data, errors } = JSON.parse(text)
            if (!data) {
              throw new Error(JSON.stringify(errors ?? text))
            }
            resolve(data)
          } catch (error) {
            reject(error as Error)
          }
        })
      }
    )
    request.on('error', reject)
    request.end(JSON.stringify({ query, variables }))
  })

/** Asks until there is an answer. What is asked must be the same however often it is asked. */
export async function askUntilAnswered<Data>(
  ...question: Parameters<typeof ask>
): Promise<Data> {
  for (;;) {
    try {
      return await ask<Data>(...question)
    } catch (error) {
      // What the application itself refuses, it would refuse again.
      if (/BAD_USER_INPUT|FORBIDDEN|UNAUTHENTICATED/.test(String(error))) {
        throw error
      }
      await pause(AGAIN_MS)
    }
  }
}
