import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import { ask, keyFor } from 'test-support/graphql'
import { jobsOf } from 'test-support/jobs'
import { saveMessage } from 'test-support/messages'
import { v7 as uuid } from 'uuid'

import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'

beforeEach(emptyDatabase)

const PROBLEM = 'It could not be kept.'

/** A file that a contact sent, given up long ago: its job is gone. */
const saveMedia = async (state: object = { problem: PROBLEM }) => {
  const { id } = await saveMessage({
    direction: 'INBOUND',
    media: [{ url: 'https://api.twilio.com/file' }],
  })
  const { id: mediaId } = await db.media.findFirstOrThrow({
    where: { messageId: id },
  })
  await db.$executeRaw`SELECT graphile_worker.remove_job('fetchMedia:' || ${mediaId})`
  return db.media.update({
    where: { id: mediaId },
    data: { fetching: false, ...state },
  })
}

const fetchAgain = async (id: string) =>
  ask(
    await keyFor('AGENT'),
    `mutation ($id: ID!) { fetchMediaAgain(id: $id) { id media { fetching problem } } }`,
    { id }
  )

it('has a file that was given up fetched once more, and tells every screen', async () => {
  const media = await saveMedia()
  const told = firstOf(1, listen(['messageStatusChanged']))
  const begun = {
    data: {
      fetchMediaAgain: {
        id: media.messageId,
        media: [{ fetching: true, problem: null }],
      },
    },
  }
  // Two who press at once.
  expect(
    await Promise.all([fetchAgain(media.id), fetchAgain(media.id)])
  ).toEqual([begun, begun])
  expect(await jobsOf(media)).toMatchObject([{ task: 'fetchMedia' }])
  expect(await told).toMatchObject([{ messageId: media.messageId }])
})

it.each([
  ['is on its way', { fetching: true }],
  ['was never to come', {}],
])('leaves one alone that %s', async (_what, state) => {
  const media = await saveMedia(state)
  await fetchAgain(media.id)
  expect(await jobsOf(media)).toEqual([])
  expect(
    await db.media.findUniqueOrThrow({ where: { id: media.id } })
  ).toMatchObject({ fetching: media.fetching, problem: null })
})

it.each(['1', uuid()])('knows nothing of %s', async (id) => {
  expect(await fetchAgain(id)).toMatchObject({
    errors: [{ extensions: { code: 'NOT_FOUND' } }],
  })
})
