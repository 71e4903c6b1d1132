import { emptyDatabase } from 'test-support/emptyDatabase'
import { keyFor, open } from 'test-support/graphql'

import { db } from 'src/lib/db'
import { publish } from 'src/lib/live/publish'

import { endRevoked } from './watchRights'

const LIVE = 'subscription { inboxChanged { __typename } }'

beforeEach(() => emptyDatabase())

it.each([
  ['is revoked', { revokedAt: new Date() }],
  ['has another role', { role: 'VIEWER' as const }],
])('ends the stream of who %s, and of nobody else', async (_why, change) => {
  const stays = await open(await keyFor('ADMIN'), LIVE)
  const goes = await open(await keyFor('AGENT'), LIVE)
  await db.apiKey.updateMany({ where: { role: 'AGENT' }, data: change })
  await endRevoked()
  await expect(goes.next()).rejects.toThrow()

  publish({
    kind: 'presenceChanged',
    conversationId: '01909090-0000-7000-8000-000000000000',
  })
  expect((await stays.next()).data).toEqual({
    inboxChanged: { __typename: 'PresenceChanged' },
  })
  await stays.close()
})
