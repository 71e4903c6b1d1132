/** The server sends a comment every 12 s; after three of them went missing, nobody is there any more. */
export const SILENCE_MS = 40_000

/** Calls back once, after `limit` ms without a call of `heard`, sleep included. */
function createWatch(limit: number, onSilence: () => void) {
  let heardAt = Date.now()
  let timer = setTimeout(onSilence, limit)

  // Timers stand still while a laptop sleeps; the clock does not.
  const check = () => {
    if (Date.now() - heardAt > limit) {
      onSilence()
    }
  }
  document.addEventListener('visibilitychange', check)
  window.addEventListener('online', check)

  return {
    heard() {
      heardAt = Date.now()
      clearTimeout(timer)
      timer = setTimeout(onSilence, limit)
    },
    stop() {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', check)
      window.removeEventListener('online', check)
    },
  }
}

/**
 * A `fetch` whose streamed answer fails after `limit` ms without a byte.
 *
 * A laptop that slept or a network that was changed leaves a connection that is dead and does not know it.
 */
export const createWatchedFetch =
  (limit = SILENCE_MS): typeof fetch =>
  async (input, init) => {
    const control = new AbortController()
    const watch = createWatch(limit, () => control.abort())
    const stop = () => {
      watch.stop()
      control.abort()
    }
    init?.signal?.addEventListener('abort', stop, { once: true })

    const response = await fetch(input, {
      ...init,
      signal: control.signal,
    }).catch((error) => {
      watch.stop()
      throw error
    })
    if (!response.body) {
      watch.stop()
      return response
    }
    const watched = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          watch.heard()
          controller.enqueue(chunk)
        },
        flush(controller) {
          watch.stop()
          // graphql-sse waits for ever on a body that ends before it began to wait; an error it sees.
          controller.error(new Error('The stream has ended.'))
        },
      })
    )
    return new Response(watched, {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    })
  }
