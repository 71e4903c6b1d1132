import { ApolloLink, execute, Observable } from '@apollo/client'
import type { FetchResult } from '@apollo/client'
import { parse } from 'graphql'

import { createEventLog } from './eventLog'
import { createReplayLink } from './replayLink'

// Not by `gql`: the type generator reads every document that is, and the schema has no such field.
const QUERY = parse('query ReplayTest { test }')

function setUp() {
  const log = createEventLog<string>()
  const applied: string[] = []
  let answer: (result: FetchResult) => void = () => {}
  const server = new ApolloLink(
    () =>
      new Observable((observer) => {
        answer = (result) => {
          observer.next(result)
          observer.complete()
        }
      })
  )
  const link = createReplayLink(
    log,
    (event: string) => applied.push(event),
    (_answer, event) => event !== 'harmless'
  ).concat(server)
  const ask = () =>
    new Promise<void>((resolve) => {
      execute(link, { query: QUERY }).subscribe({
        next: () => applied.push('answer'),
        complete: () => setTimeout(resolve),
      })
    })
  return { log, applied, ask, answer: () => answer({ data: { test: 1 } }) }
}

describe('replayLink', () => {
  it('applies what came while an answer was under way again, after it', async () => {
    const { log, applied, ask, answer } = setUp()
    const done = ask()
    log.add('first')
    log.add('harmless')
    log.add('second')
    answer()
    await done
    expect(applied).toEqual(['answer', 'first', 'second'])
  })

  it('keeps no more than came since the oldest question, where there always is one', () => {
    const { log } = setUp()
    let answer = log.open()
    for (let n = 0; n < 100; n += 1) {
      log.add(`event ${n}`)
      const next = log.open()
      expect(answer()).toEqual([`event ${n}`])
      answer = next
      expect(log.size()).toBe(0)
    }
    log.add('last')
    expect(answer()).toEqual(['last'])
    expect(answer()).toEqual([])
    expect(log.size()).toBe(0)
  })

  it('gives each question what came since, in whatever order they are answered', () => {
    const { log } = setUp()
    const first = log.open()
    log.add('a')
    const second = log.open()
    log.add('b')
    expect(second()).toEqual(['b'])
    log.add('c')
    expect(first()).toEqual(['a', 'b', 'c'])
    expect(log.size()).toBe(0)
  })

  it('keeps nothing that came while nothing was asked', async () => {
    const { log, applied, ask, answer } = setUp()
    log.add('before')
    const done = ask()
    answer()
    await done
    log.add('after')
    expect(applied).toEqual(['answer'])
  })
})
