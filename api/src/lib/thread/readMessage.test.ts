import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import { newNumber, saveMessage } from 'test-support/messages'
import { v7 as uuid } from 'uuid'

import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'

import { readMessage } from './readMessage'

beforeEach(emptyDatabase)

it('reads what Prisma reads, each its own', async () => {
  const saved = [
    await saveMessage({
      contact: newNumber(),
      direction: 'INBOUND',
      body: 'Hello 📦',
      params: { Body: 'Hello 📦', NumMedia: '0' },
      readAt: new Date(),
    }),
    await saveMessage({ contact: newNumber(), sid: null, body: null }),
    await saveMessage({ contact: newNumber(), errorCode: 30_003 }),
  ]
  const ids = saved.map(({ id }) => id)
  const asked = [...ids, ids[0]]
  expect(await Promise.all(asked.map(readMessage))).toEqual(
    await Promise.all(
      asked.map((id) => db.message.findUniqueOrThrow({ where: { id } }))
    )
  )
})

it('of one that is gone only who asked for it hears', async () => {
  const { id } = await saveMessage({ contact: newNumber() })
  const [gone, there] = await Promise.allSettled([
    readMessage(uuid()),
    readMessage(id),
  ])
  expect(gone).toMatchObject({ status: 'rejected' })
  expect(there).toMatchObject({ status: 'fulfilled', value: { id } })
})

it('where they can’t be read, who listens asks for what was missed', async () => {
  const ids = [await saveMessage(), await saveMessage()].map(({ id }) => id)
  const heard = firstOf(1, listen(['missed']))
  await pool.query('ALTER TABLE "Message" RENAME TO "MessageElsewhere"')
  const read = await Promise.allSettled(ids.map(readMessage))
  await pool.query('ALTER TABLE "MessageElsewhere" RENAME TO "Message"')
  expect(read).toMatchObject(
    Array(2).fill({ status: 'rejected', reason: { code: '42P01' } })
  )
  expect(await heard).toEqual([{ kind: 'missed' }])
  expect(await Promise.all(ids.map(readMessage))).toMatchObject(
    ids.map((id) => ({ id }))
  )
})
