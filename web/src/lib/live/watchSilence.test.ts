import { TransformStream, ReadableStream } from 'stream/web'

import { createWatchedFetch } from './watchSilence'

function StreamedResponse(body: ReadableStream) {
  return { body, status: 200, statusText: 'OK', headers: {} }
}

// jsdom has no streams.
Object.assign(globalThis, { TransformStream, Response: StreamedResponse })

/** A server that sends `chunks`, `every` ms apart, and then nothing. */
function serve(chunks: number, every: number) {
  globalThis.fetch = jest.fn(async (_input: unknown, init?: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        init?.signal?.addEventListener('abort', () =>
          controller.error(new Error('aborted'))
        )
        for (let sent = 0; sent < chunks; sent += 1) {
          controller.enqueue(new Uint8Array([58]))
          await new Promise((resolve) => setTimeout(resolve, every))
        }
      },
    })
    return StreamedResponse(body)
  }) as unknown as typeof fetch
}

async function readAll(response: Response) {
  let bytes = 0
  for await (const chunk of response.body as unknown as ReadableStream<Uint8Array>) {
    bytes += chunk.length
  }
  return bytes
}

describe('createWatchedFetch', () => {
  it('fails when nothing came for too long', async () => {
    serve(1, 0)
    const response = await createWatchedFetch(30)('/graphql')
    await expect(readAll(response)).rejects.toThrow()
  })

  it('goes on for as long as something comes in time', async () => {
    serve(6, 20)
    const started = Date.now()
    const response = await createWatchedFetch(60)('/graphql')
    await expect(readAll(response)).rejects.toThrow()
    expect(Date.now() - started).toBeGreaterThan(6 * 20)
  })
})
