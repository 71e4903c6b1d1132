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
  const link = createReplayLink(log, (event: string) =>
    applied.push(event)
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
    log.add('second')
    answer()
    await done
    expect(applied).toEqual(['answer', 'first', 'second'])
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
