import fc from 'fast-check'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { newNumber, saveMessage } from 'test-support/messages'

import { appendMessage } from 'src/lib/conversations/appendMessage'
import { db } from 'src/lib/db'
import type { Place } from 'src/lib/paging/cursor'

import { readList } from './readList'

beforeEach(emptyDatabase)

const newLabel = (name: string) =>
  db.label.create({ data: { name, key: name, color: 'RED' } })

const change = fc.record({
  kind: fc.constantFrom('status', 'label', 'unlabel', 'message', 'relabel'),
  n: fc.nat(7),
  status: fc.constantFrom('OPEN' as const, 'ARCHIVED' as const),
})

it('a label’s conversations are in the order of the list, whatever was done with them', async () => {
  const contacts = Array.from({ length: 8 }, newNumber)
  const receive = (contactAddress: string) =>
    appendMessage({
      ...{ contactAddress, senderAddress: '+15005550006', channel: 'SMS' },
      ...{ from: contactAddress, to: '+15005550006', body: 'Hi' },
      ...{ direction: 'INBOUND', status: 'RECEIVED' },
    })
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      async (changes, size) => {
        await emptyDatabase()
        const { id: labelId } = await newLabel('vip')
        const ids: string[] = []
        for (const contact of contacts) {
          ids.push((await saveMessage({ contact })).conversationId)
        }
        for (const { kind, n, status } of changes) {
          const conversationId = ids[n]
          const key = { conversationId_labelId: { conversationId, labelId } }
          if (kind === 'status') {
            await db.conversation.update({
              where: { id: conversationId },
              data: { status },
            })
          } else if (kind === 'message') {
            await receive(contacts[n])
          } else if (kind === 'unlabel') {
            await db.conversationLabel.deleteMany({
              where: key.conversationId_labelId,
            })
          } else {
            await db.conversationLabel.upsert({
              where: key,
              create: { conversationId, labelId },
              update: {},
            })
          }
        }
        for (const folder of ['OPEN', 'ARCHIVED', undefined] as const) {
          const expected = await db.conversation.findMany({
            where: { status: folder, labels: { some: { labelId } } },
            orderBy: [{ lastMessageAt: 'desc' }, { id: 'desc' }],
          })
          const seen: string[] = []
          let after: Place | null = null
          let page: { id: string; lastMessageAt: Date }[]
          do {
            page = await readList({ folder, labelId }, null, { after, size })
            seen.push(...page.map(({ id }) => id))
            const last = page.at(-1)
            after = last ? { at: last.lastMessageAt, id: last.id } : null
          } while (page.length === size)
          expect(seen).toEqual(expected.map(({ id }) => id))
        }
      }
    ),
    { numRuns: 8 }
  )
}, 60_000)

it('a label that is put on while a message comes has the message’s place', async () => {
  const contact = newNumber()
  const { conversationId } = await saveMessage({ contact })
  const { id: labelId } = await newLabel('vip')
  await Promise.all([
    appendMessage({
      ...{ contactAddress: contact, senderAddress: '+15005550006' },
      ...{ channel: 'SMS', from: contact, to: '+15005550006', body: 'Hi' },
      ...{ direction: 'INBOUND', status: 'RECEIVED' },
    }),
    db.conversationLabel.create({ data: { conversationId, labelId } }),
  ])
  const { lastMessageAt, status } = await db.conversation.findUniqueOrThrow({
    where: { id: conversationId },
  })
  expect(
    await db.conversationLabel.findFirst({ where: { conversationId } })
  ).toMatchObject({ lastMessageAt, status })
})

it('narrowed further, it is narrowed', async () => {
  const { conversationId } = await saveMessage({ contact: newNumber() })
  const { id: labelId } = await newLabel('vip')
  await db.conversationLabel.create({ data: { conversationId, labelId } })
  const read = (filter: object) =>
    readList({ labelId, ...filter }, null, { after: null, size: 5 })
  expect(await read({ channel: 'SMS' })).toHaveLength(1)
  expect(await read({ channel: 'WHATSAPP' })).toHaveLength(0)
  expect(await read({ labelId: conversationId })).toHaveLength(0)
  expect(await read({ labelId: 'no id' })).toHaveLength(0)
})
