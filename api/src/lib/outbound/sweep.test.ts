import { emptyDatabase } from 'test-support/emptyDatabase'
import { jobsOf } from 'test-support/jobs'
import { newNumber, newSid, saveMessage } from 'test-support/messages'

import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'

import { addConfirmJob, addSendJob } from './jobs'
import { sweep } from './sweep'

beforeEach(emptyDatabase)

/** Somebody's message that nothing has happened to for so many seconds. */
const forgotten = async (fields: object = {}, seconds = 301) => {
  const message = await saveMessage({ contact: newNumber(), ...fields })
  await db.$executeRaw`
    UPDATE "Message" SET "updatedAt" = now() - make_interval(secs => ${seconds}::int) WHERE id = ${message.id}::uuid`
  return message
}

const tasksOf = async (message: { id: string }) =>
  (await jobsOf(message)).map(({ task }) => task)

it.each([
  ['PENDING', 'sendMessage'],
  ['SCHEDULED', 'sendMessage'],
  ['UNCONFIRMED', 'confirmMessage'],
] as const)('finds one that is %s and has no job', async (status, task) => {
  const message = await forgotten({ status })
  expect(await sweep()).toEqual(1)
  expect(await jobsOf(message)).toMatchObject([{ task }])
  // It has one now.
  expect(await sweep()).toEqual(0)
})

it('has one thing asked of Twilio at a time, as the reconciler does', async () => {
  await forgotten({ status: 'UNCONFIRMED' })
  await sweep()
  const { rows } = await pool.query(
    'SELECT queue_name, max_attempts FROM graphile_worker.jobs'
  )
  expect(rows).toEqual([{ queue_name: 'reconciler', max_attempts: 25 }])
})

it('finds one whose job has failed for good', async () => {
  const message = await forgotten()
  await addSendJob(db, message.id, { inSeconds: 0 })
  await pool.query(
    'UPDATE graphile_worker._private_jobs SET attempts = max_attempts'
  )
  expect(await sweep()).toEqual(1)
  const { rows } = await pool.query(
    'SELECT attempts FROM graphile_worker.jobs WHERE attempts < max_attempts'
  )
  expect(rows).toHaveLength(1)
})

it('leaves those that a job looks after', async () => {
  const waiting = await forgotten()
  const unknown = await forgotten({ status: 'UNCONFIRMED' })
  await addSendJob(db, waiting.id, { inSeconds: 3_600 })
  await addConfirmJob(db, unknown.id, 30)
  expect(await sweep()).toEqual(0)
  expect(await tasksOf(waiting)).toEqual(['sendMessage'])
  expect(await tasksOf(unknown)).toEqual(['confirmMessage'])
})

it.each<[string, object]>([
  ['that Twilio has', { sid: newSid(), status: 'SCHEDULED' }],
  ['that has arrived', { status: 'DELIVERED' }],
  ['that has failed', { status: 'FAILED' }],
  ['that was canceled', { status: 'CANCELED' }],
  ['that somebody wrote to us', { direction: 'INBOUND', status: 'RECEIVED' }],
])('leaves one %s', async (_what, fields) => {
  const message = await forgotten(fields)
  expect(await sweep()).toEqual(0)
  expect(await tasksOf(message)).toEqual([])
})

it('leaves one that something has happened to just now', async () => {
  const message = await forgotten({}, 240)
  expect(await sweep()).toEqual(0)
  expect(await tasksOf(message)).toEqual([])
})
