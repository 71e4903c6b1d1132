import type { ServerResponse } from 'node:http'

import type { ExecutionResult } from 'graphql'

import { Listener } from './listener'

/** Nobody sees that an event came so much later; and the system is asked to write a fraction as often. */
const EVERY_MS = 20

/** So many events are being executed at a time; they are told in their order. */
const MOST_IN_HAND = 64

type Execute<Event> = (event: Event) => Promise<ExecutionResult>

const inWords = (result: ExecutionResult) =>
  `event: next\ndata: ${JSON.stringify(result)}\n\n`

/**
 * All who listen to the same: each event is executed once, put into words once, and written straight into their
 * responses. By an async iterator and a web stream for each of them an event costs 80 µs for each listener, which is
 * more than a processor has with a hundred listeners and two hundred events in a second.
 *
 * The server still answers: the head, the pings and the end come by the iterator that `join` gives. So do results with
 * errors, because plugins mask them on that way; whoever got one stays on it, so that nothing overtakes.
 */
export class Audience<Event> {
  readonly #source: AsyncIterable<Event> & Partial<AsyncIterator<Event>>
  readonly #execute: Execute<Event>
  readonly #onEnd: () => void
  /** Those who are written to, and the others: each with what it is owed once it is known which it is. */
  readonly #direct = new Set<Listener>()
  readonly #others = new Map<Listener, ExecutionResult[] | undefined>()
  #unwritten = ''
  #writtenAt = 0
  #timer: NodeJS.Timeout | undefined

  /** @param onEnd there is nothing more to hear, or nobody who hears: nobody may join any more */
  constructor(
    source: AsyncIterable<Event>,
    execute: Execute<Event>,
    onEnd: () => void
  ) {
    this.#source = source
    this.#execute = execute
    this.#onEnd = onEnd
    this.#run()
      .catch(() => {}) // Its listeners connect again, and the answer to that says why.
      .finally(() => {
        onEnd()
        this.#flush()
        for (const listener of [...this.#direct, ...this.#others.keys()]) {
          listener.end()
        }
      })
  }

  /** How many listen. */
  get size() {
    return this.#direct.size + this.#others.size
  }

  /** Everything from now on, also what comes before the response has begun. */
  join(response: ServerResponse): AsyncIterable<ExecutionResult> {
    const listener = new Listener(response, () => this.#leave(listener))
    this.#others.set(listener, [])
    void this.#place(listener)
    return listener.results
  }

  async #run() {
    let told = Promise.resolve()
    let inHand = 0
    const tellAfter = async (
      before: Promise<void>,
      result: Promise<ExecutionResult>
    ) => {
      await before
      this.#tell(await result)
      inHand -= 1
    }
    for await (const event of this.#source) {
      inHand += 1
      told = tellAfter(told, this.#execute(event))
      if (inHand >= MOST_IN_HAND) {
        await told
      }
    }
    await told
  }

  async #place(listener: Listener) {
    const isDirect = await listener.isDirect()
    const owed = this.#others.get(listener)
    if (!owed) {
      return
    }
    if (!isDirect || owed.some(({ errors }) => errors)) {
      this.#others.set(listener, undefined)
      owed.forEach((result) => listener.tell(result))
      return
    }
    this.#flush()
    this.#others.delete(listener)
    this.#direct.add(listener)
    if (owed.length > 0) {
      listener.write(Buffer.from(owed.map(inWords).join('')))
    }
  }

  #leave(listener: Listener) {
    this.#direct.delete(listener)
    this.#others.delete(listener)
    if (this.size === 0) {
      this.#onEnd()
      void this.#source.return?.()
    }
  }

  #tell(result: ExecutionResult) {
    if (result.errors) {
      this.#flush()
      for (const listener of this.#direct) {
        this.#others.set(listener, undefined)
      }
      this.#direct.clear()
    }
    for (const [listener, owed] of this.#others) {
      if (owed) {
        owed.push(result)
      } else {
        listener.tell(result)
      }
    }
    if (this.#direct.size > 0) {
      this.#unwritten += inWords(result)
      const wait = this.#writtenAt + EVERY_MS - performance.now()
      this.#timer ??= setTimeout(() => this.#flush(), Math.max(0, wait))
    }
  }

  #flush() {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#unwritten) {
      const words = Buffer.from(this.#unwritten)
      this.#unwritten = ''
      this.#writtenAt = performance.now()
      for (const listener of this.#direct) {
        listener.write(words)
      }
    }
  }
}
