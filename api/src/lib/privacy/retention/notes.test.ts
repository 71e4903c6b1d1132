import { emptyDatabase } from 'test-support/emptyDatabase'
import { keyFor, open } from 'test-support/graphql'
import { saveMessage } from 'test-support/messages'

import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'

import { retain } from './retain'
import { saveRetention } from './retentions'

beforeEach(emptyDatabase)

const DAY_MS = 86_400_000

/** Notes of one conversation, so many days old. */
const saveNotes = async (days: number[]) => {
  const { conversationId } = await saveMessage()
  const now = Date.now()
  return db.threadEntry.createManyAndReturn({
    data: days.map((old, n) => ({
      conversationId,
      kind: 'NOTE' as const,
      body: 'Call her',
      at: new Date(now - old * DAY_MS - n),
    })),
  })
}

const listenToEntries = async () =>
  open(
    await keyFor('AGENT'),
    'subscription { inboxChanged { ... on ThreadEntryAdded { entry { id body conversation { id } } } } }'
  )

it('a stream hears of the notes that are taken out, and of no others', async () => {
  const [old, young] = await saveNotes([40, 20])
  const stream = await listenToEntries()
  await saveRetention({ textDays: 30 })
  await retain()
  await saveRetention({ textDays: 10 })
  await retain()
  const heard = [await stream.next(), await stream.next()]
  await stream.close()
  expect(heard).toEqual(
    [old, young].map(({ id, conversationId }) => ({
      data: {
        inboxChanged: {
          entry: { id, body: null, conversation: { id: conversationId } },
        },
      },
    }))
  )
})

it('a stream hears of all of a backlog, and does not end', async () => {
  const notes = await saveNotes(Array(1_500).fill(40))
  await saveRetention({ textDays: 30 })
  const stream = await listenToEntries()
  const retained = retain()
  const heard = new Set<string>()
  for (const _note of notes) {
    const { data } = await stream.next()
    heard.add(data.inboxChanged.entry.id)
  }
  await retained
  await stream.close()
  expect(heard.size).toBe(notes.length)
}, 60_000)

it('nobody waits for the screens when the process is about to end', async () => {
  const notes = await saveNotes(Array(2_000).fill(40))
  await saveRetention({ textDays: 30 })
  const began = performance.now()
  await retain({ signal: AbortSignal.abort() })
  // So long it takes in pace, at the least.
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(await db.threadEntry.count({ where: { body: null } })).toBe(
    notes.length
  )
}, 30_000)

it('the version before takes no note for a message, and goes on where this one ended', async () => {
  const notes = await saveNotes([42, 41, 40])
  await saveRetention({ textDays: 30 })
  await pool.query("SELECT * FROM retain_notes('', 1)")
  const { rows } = await pool.query(
    "SELECT * FROM retain_piece('notes', '', 500)"
  )
  expect(rows).toEqual([{ id: null, conversationId: null, seen: 2 }])
  expect(await db.threadEntry.count({ where: { body: null } })).toBe(
    notes.length
  )
})
