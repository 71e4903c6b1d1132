import type { ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'

import { Repeater } from '@graphql-yoga/subscription'
import type { ExecutionResult } from 'graphql'

/** Who has taken nothing of so much is gone, or too slow for live events: it connects again and asks what it missed. */
const MOST_UNREAD_BYTES = 1024 * 1024

const isEventStream = (response: ServerResponse) =>
  String(response.getHeader('content-type')).startsWith('text/event-stream')

/** One who listens, and the response that it listens by. */
export class Listener {
  readonly #response: ServerResponse
  #early: ExecutionResult[] = []
  #push: ((result: ExecutionResult) => void) | undefined
  #stop: (() => void) | undefined
  #ended = false

  /**
   * @param response the answer to the request that subscribes
   * @param onLeave it hears no more; called once
   */
  constructor(response: ServerResponse, onLeave: () => void) {
    this.#response = response
    response.once('close', () => {
      // The answer to an operation of a stream that was opened before (graphql-sse's single connection) is a short one.
      if (isEventStream(response) || !response.headersSent) {
        this.end()
        onLeave()
      }
    })
    this.results = new Repeater<ExecutionResult>(async (push, stop) => {
      this.#stop = stop
      this.#push = (result) => {
        try {
          void push(result)
        } catch {
          stop() // It took nothing while a thousand came.
        }
      }
      this.#early.forEach(this.#push)
      this.#early = []
      if (this.#ended) {
        stop()
      }
      await stop
      onLeave()
    })
  }

  /** The long way: what is told by `tell`, until the end. */
  readonly results: AsyncIterable<ExecutionResult>

  /** Resolves when it is known how the request is answered: whether `write` reaches the listener. */
  async isDirect() {
    while (!this.#response.headersSent && !this.#response.destroyed) {
      await setImmediate()
    }
    return isEventStream(this.#response)
  }

  tell(result: ExecutionResult) {
    if (this.#push) {
      this.#push(result)
    } else {
      this.#early.push(result)
    }
  }

  write(words: Buffer) {
    if (this.#response.writableLength > MOST_UNREAD_BYTES) {
      this.#response.destroy()
    } else {
      this.#response.write(words)
    }
  }

  end() {
    this.#ended = true
    this.#stop?.()
  }
}
