import { Logger, runOnce, type TaskList } from 'graphile-worker'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { picture } from 'test-support/files'
import { jobsOf } from 'test-support/jobs'
import { saveMessage } from 'test-support/messages'
import { type RemoteServer, startRemoteServer } from 'test-support/remoteServer'

import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'

import { until } from '../../../scripts/faults/until'

import { fetchMedia } from './fetchMedia'
import { fetchSlowMedia } from './fetchSlowMedia'

let server: RemoteServer
/** What lies there by now. */
let bytes: Buffer | null

beforeEach(async () => {
  await emptyDatabase()
  bytes = null
  server = await startRemoteServer((_request, response) => {
    if (bytes) {
      response.writeHead(200, { 'content-type': 'image/png' }).end(bytes)
    } else {
      response.writeHead(404).end()
    }
  })
  server.allow()
})

afterEach(() => server.close())

const receive = async () => {
  const { id } = await saveMessage({
    direction: 'INBOUND',
    media: [{ url: `${server.url}/file` }],
  })
  return db.media.findFirstOrThrow({ where: { messageId: id } })
}

/** The attempts fail, as they are to. */
const SILENT = new Logger(() => () => {})

/** What a worker does in one of its two queues. */
const work = async (taskList: TaskList) => {
  await runOnce({ pgPool: pool, taskList, concurrency: 1, logger: SILENT })
  // It resolves before the end of its last job is written.
  await until('all jobs are settled', async () => {
    const { rowCount } = await pool.query(
      'SELECT 1 FROM graphile_worker.jobs WHERE locked_at IS NOT NULL'
    )
    return rowCount === 0
  })
}

it('leaves a file that is not there at once to those that may take their time', async () => {
  const media = await receive()
  await work({ fetchMedia })
  expect(await jobsOf(media)).toMatchObject([{ task: 'fetchSlowMedia' }])
  expect(
    await db.media.findUniqueOrThrow({ where: { id: media.id } })
  ).toMatchObject({ fetching: true, problem: null })

  bytes = await picture()
  await work({ fetchSlowMedia })
  expect(await jobsOf(media)).toEqual([])
  expect(
    await db.media.findUniqueOrThrow({ where: { id: media.id } })
  ).toMatchObject({ fetching: false, fileId: expect.any(String) })
})

it('has one that is there after the first attempt', async () => {
  bytes = await picture()
  const media = await receive()
  await work({ fetchMedia })
  expect(await jobsOf(media)).toEqual([])
  expect(
    await db.media.findUniqueOrThrow({ where: { id: media.id } })
  ).toMatchObject({ fetching: false, fileId: expect.any(String) })
})

it('gives up after half an hour of attempts, and says why', async () => {
  const media = await receive()
  await work({ fetchMedia })
  const attempts = 7
  for (let n = 0; n < attempts; n += 1) {
    expect(await jobsOf(media)).toMatchObject([{ task: 'fetchSlowMedia' }])
    await pool.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key = $1`,
      [`fetchMedia:${media.id}`]
    )
    await work({ fetchSlowMedia })
  }
  expect(await jobsOf(media)).toEqual([])
  expect(
    await db.media.findUniqueOrThrow({ where: { id: media.id } })
  ).toMatchObject({
    fetching: false,
    problem: 'It is not at Twilio (any more).',
  })
})
