import { emptyDatabase } from 'test-support/emptyDatabase'
import { keyFor, open } from 'test-support/graphql'

import { publish } from 'src/lib/live/publish'

import { stopStreams } from './openStreams'

const LIVE = 'subscription { inboxChanged { __typename } }'

beforeEach(() => emptyDatabase())

it('where something may have been missed, every stream breaks off, and the next one hears', async () => {
  const key = await keyFor('AGENT')
  const streams = [await open(key, LIVE), await open(key, LIVE)]
  publish({ kind: 'missed' })
  for (const stream of streams) {
    await expect(stream.next()).rejects.toThrow()
  }
  const again = await open(key, LIVE)
  publish({
    kind: 'presenceChanged',
    conversationId: '01909090-0000-7000-8000-000000000000',
  })
  expect((await again.next()).data).toEqual({
    inboxChanged: { __typename: 'PresenceChanged' },
  })
  await again.close()
})

it('a process that ends breaks off what is open, and what would still begin', async () => {
  const key = await keyFor('AGENT')
  const stream = await open(key, LIVE)
  stopStreams()
  await expect(stream.next()).rejects.toThrow()
  await expect(open(key, LIVE).then((late) => late.next())).rejects.toThrow()
})
