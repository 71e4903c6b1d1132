import { TextDecoder, TextEncoder } from 'util'

import { execute } from '@apollo/client'
import type { FetchResult } from '@apollo/client'
import { parse } from 'graphql'

import { LiveLink } from './liveLink'

// jsdom has neither.
Object.assign(globalThis, { TextDecoder, TextEncoder })

// Not by `gql`: the type generator reads every document that is, and the schema has no such field.
const SUBSCRIPTION = parse('subscription LiveTest { test }')

const next = (data: object) => `event: next\ndata: ${JSON.stringify(data)}\n\n`
const COMPLETE = 'event: complete\ndata:\n\n'

type Answer = { status?: number; events?: string[] } | 'refused'

/** A server that answers each connection with the next of `answers`, and then never. */
function setUp(answers: Answer[]) {
  const waits: number[] = []
  const calls = { open: 0, lost: 0, over: 0 }
  const results: FetchResult[] = []
  let finished: () => void = () => {}
  const done = new Promise<void>((resolve) => {
    finished = resolve
  })
  const fetchFn = async () => {
    const answer = answers.shift()
    if (!answer) {
      finished()
      return new Promise<never>(() => {})
    }
    if (answer === 'refused') {
      throw new TypeError('fetch failed')
    }
    const { status = 200, events = [] } = answer
    const body = (async function* () {
      for (const event of events) {
        yield new TextEncoder().encode(event)
      }
      throw new TypeError('The stream has ended.') // as watchSilence makes it
    })()
    return {
      ok: status < 300,
      status,
      statusText: '',
      body,
      headers: new Map(),
    }
  }
  const link = new LiveLink({
    url: () => '/graphql',
    fetch: fetchFn as unknown as typeof fetch,
    wait: async (attempt) => {
      waits.push(attempt)
    },
    onOpen: () => (calls.open += 1),
    onLost: () => (calls.lost += 1),
    onUnauthenticated: () => (calls.over += 1),
  })
  const subscription = execute(link, { query: SUBSCRIPTION }).subscribe(
    (result) => results.push(result)
  )
  return { done, waits, calls, results, subscription }
}

describe('LiveLink', () => {
  it('passes events on', async () => {
    const { done, results, calls } = setUp([
      { events: [next({ data: { test: 1 } })] },
    ])
    await done
    expect(results).toEqual([{ data: { test: 1 } }])
    expect(calls).toMatchObject({ open: 1, lost: 1 })
  })

  it('tries for ever, where others give up after five', async () => {
    const { done, waits } = setUp(
      Array.from({ length: 40 }, () => 'refused' as const)
    )
    await done
    expect(waits).toHaveLength(40)
    expect(waits[39]).toBe(39)
  })

  it('opens again what the server ended politely', async () => {
    const { done, calls, results } = setUp([
      { events: [COMPLETE] },
      { events: [next({ data: { test: 2 } })] },
    ])
    await done
    expect(calls.open).toBe(2)
    expect(results).toEqual([{ data: { test: 2 } }])
  })

  it('goes on after an event that could not be resolved', async () => {
    const { done, results } = setUp([
      {
        events: [
          next({ data: null, errors: [{ message: 'no' }] }),
          next({ data: { test: 3 } }),
        ],
      },
    ])
    await done
    expect(results).toEqual([{ data: { test: 3 } }])
  })

  it('says when the session is over', async () => {
    const refused = setUp([{ status: 401 }])
    await refused.done
    expect(refused.calls.over).toBe(1)

    const error = { message: 'no', extensions: { code: 'UNAUTHENTICATED' } }
    const told = setUp([{ events: [next({ data: null, errors: [error] })] }])
    await told.done
    expect(told.calls.over).toBe(1)
  })

  it('stops when nobody listens', async () => {
    const { subscription, waits } = setUp(['refused'])
    subscription.unsubscribe()
    await new Promise((resolve) => setTimeout(resolve))
    expect(waits).toEqual([])
  })
})
