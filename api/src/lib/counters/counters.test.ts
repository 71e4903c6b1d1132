import fc from 'fast-check'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { newNumber, saveMessage } from 'test-support/messages'

import { createUser } from 'src/lib/access/createUser'
import { appendMessage } from 'src/lib/conversations/appendMessage'
import { inTransaction } from 'src/lib/database/inTransaction'
import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'

import { countFolders } from './countFolders'
import { foldCounters } from './foldCounters'

beforeEach(emptyDatabase)

/** The same by counting. */
const recount = async (userId: string | null) => {
  const open = { status: 'OPEN' as const }
  const [all, unread, mine, unassigned, snoozed, archived] = await Promise.all(
    [
      open,
      { ...open, unreadCount: { gt: 0 } },
      { ...open, assigneeId: userId ?? { in: [] } },
      { ...open, assigneeId: null },
      { status: 'SNOOZED' as const },
      { status: 'ARCHIVED' as const },
    ].map((where) => db.conversation.count({ where }))
  )
  return { open: all, unread, mine, unassigned, snoozed, archived }
}

const newUser = async (name: string) => {
  const email = `${name}@example.com`
  await createUser({ email, role: 'AGENT' })
  return (await db.user.findUniqueOrThrow({ where: { email } })).id
}

it('are none where there are none', async () => {
  expect(await countFolders(null)).toEqual({
    ...{ open: 0, unread: 0, mine: 0, unassigned: 0, snoozed: 0, archived: 0 },
  })
})

it('follow messages, operators and who leaves', async () => {
  const maya = await newUser('maya')
  const contactAddress = newNumber()
  const receive = () =>
    appendMessage({
      ...{ contactAddress, senderAddress: '+15005550006', channel: 'SMS' },
      ...{ from: contactAddress, to: '+15005550006', body: 'Hi' },
      ...{ direction: 'INBOUND', status: 'RECEIVED' },
    })
  const { conversationId: id } = await receive()
  const counts = () => countFolders(maya)
  expect(await counts()).toMatchObject({ open: 1, unread: 1, unassigned: 1 })
  await db.conversation.update({
    where: { id },
    data: { assigneeId: maya, unreadCount: 0 },
  })
  expect(await counts()).toMatchObject({ unread: 0, mine: 1, unassigned: 0 })
  expect(await countFolders(null)).toMatchObject({ mine: 0, open: 1 })
  await db.conversation.update({ where: { id }, data: { status: 'ARCHIVED' } })
  expect(await counts()).toMatchObject({ open: 0, mine: 0, archived: 1 })
  await receive()
  expect(await counts()).toMatchObject({ mine: 1, unread: 1, archived: 0 })
  await db.user.delete({ where: { id: maya } })
  expect(await counts()).toMatchObject({ mine: 0, unassigned: 1, open: 1 })
  await pool.query('TRUNCATE "Conversation" CASCADE')
  expect(await counts()).toMatchObject({ open: 0, unassigned: 0, unread: 0 })
})

class RolledBack extends Error {}

type Change = [column: string, value: number, conversation: number]

const change = fc.tuple(
  fc.constantFrom('status', 'unreadCount', 'assigneeId', 'deleted', 'added'),
  fc.nat(2),
  fc.nat(3)
)

it('are what counting finds, whatever is done at the same time, rolled back or folded', async () => {
  const users = [null, await newUser('maya'), await newUser('kofi')]
  const statuses = ['OPEN', 'OPEN', 'ARCHIVED']

  const conversations: string[] = []
  for (let n = 0; n < 4; n += 1) {
    const { conversationId } = await saveMessage({ contact: newNumber() })
    conversations.push(conversationId)
  }

  const apply = (changes: Change[], isKept: boolean) =>
    inTransaction(async (tx) => {
      // In one order, as everywhere.
      for (const [what, value, n] of [...changes].sort((a, b) => a[2] - b[2])) {
        const id = conversations[n]
        if (what === 'status') {
          await tx.$executeRaw`UPDATE "Conversation" SET status = ${statuses[value]}::"ConversationStatus" WHERE id = ${id}::uuid`
        } else if (what === 'unreadCount') {
          await tx.$executeRaw`UPDATE "Conversation" SET "unreadCount" = ${value} WHERE id = ${id}::uuid`
        } else if (what === 'assigneeId') {
          await tx.$executeRaw`UPDATE "Conversation" SET "assigneeId" = ${users[value]}::uuid WHERE id = ${id}::uuid`
        } else {
          await tx.$executeRaw`
            INSERT INTO "Conversation" (id, "contactId", channel, "senderAddress", "unreadCount")
            SELECT gen_random_uuid(), "contactId", channel, gen_random_uuid()::text, ${value} FROM "Conversation" WHERE id = ${id}::uuid`
          if (what === 'deleted') {
            await tx.$executeRaw`DELETE FROM "Conversation" WHERE "lastMessageId" IS NULL AND xmin = pg_current_xact_id()::xid`
          }
        }
      }
      if (!isKept) {
        throw new RolledBack()
      }
    }).catch((error) => {
      if (!(error instanceof RolledBack)) {
        throw error
      }
    })

  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          changes: fc.array(change, { minLength: 1, maxLength: 4 }),
          isKept: fc.boolean(),
          isFolded: fc.boolean(),
        }),
        { minLength: 1, maxLength: 12 }
      ),
      async (transactions) => {
        await Promise.all(
          transactions.flatMap(({ changes, isKept, isFolded }) => [
            apply(changes, isKept),
            ...(isFolded ? [foldCounters()] : []),
          ])
        )
        for (const user of users) {
          expect(await countFolders(user)).toEqual(await recount(user))
        }
      }
    ),
    { numRuns: 25 }
  )
  await foldCounters()
  const { rowCount } = await pool.query('SELECT FROM "InboxCounter"')
  expect(rowCount).toBeLessThanOrEqual(users.length)
})
