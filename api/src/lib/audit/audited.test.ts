import { emptyDatabase } from 'test-support/emptyDatabase'

import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'

import { audited } from './audited'
import type { Deed } from './entry'
import { listEntries } from './listEntries'

const deed: Deed = {
  group: 'INBOX',
  action: 'createLabel',
  who: { kind: 'USER', name: 'Ada' },
  where: { address: '192.0.2.1' },
  subject: { type: 'Label', name: 'Urgent' },
}

const shown = async () =>
  (await listEntries({})).edges.map(({ node }) => node.outcome)

const makeLabel = () =>
  db.label.create({ data: { name: 'Urgent', key: 'urgent', color: 'RED' } })

beforeEach(emptyDatabase)

it('what is done is told once, with its end', async () => {
  await audited(deed, makeLabel)
  expect(await shown()).toEqual(['DONE'])
  // What was written before it was done stays where it is.
  expect(await db.auditEntry.count()).toBe(2)
})

it('what is being done is committed before it begins', async () => {
  const client = await pool.connect()
  await audited(deed, async () => {
    const { rows } = await client.query('SELECT outcome FROM "AuditEntry"')
    expect(rows).toEqual([{ outcome: null }])
    expect(await shown()).toEqual([null])
  })
  client.release()
  expect(await shown()).toEqual(['DONE'])
})

it('of a process that dies after the commit, what it had begun is left', async () => {
  // From here on nothing more of its own is written, as after a kill; the change is committed.
  await audited(deed, async () => {
    await makeLabel()
    await pool.query('ALTER TABLE "AuditEntry" RENAME TO "AuditElsewhere"')
  })
  await pool.query('ALTER TABLE "AuditElsewhere" RENAME TO "AuditEntry"')
  expect(await db.label.count()).toBe(1)
  expect(await listEntries({})).toMatchObject({
    edges: [
      {
        node: {
          outcome: null,
          action: 'createLabel',
          actorName: 'Ada',
          subjectName: 'Urgent',
          address: '192.0.2.1',
        },
      },
    ],
  })
})

it('what is not committed is told as failed', async () => {
  await makeLabel()
  await expect(audited(deed, makeLabel)).rejects.toThrow()
  expect(await shown()).toEqual(['FAILED'])
})

it('a text of any length and with any character is kept, shortened', async () => {
  const name = `\0\ud800${'x'.repeat(10_000)}\ud83d`
  await audited(
    {
      ...deed,
      who: { kind: 'USER', name },
      subject: { type: 'Label', id: name },
    },
    () => null
  )
  const { edges } = await listEntries({})
  expect(edges).toMatchObject([{ node: { outcome: 'DONE' } }])
  expect(edges[0].node.actorName?.length).toBeLessThan(210)
})
