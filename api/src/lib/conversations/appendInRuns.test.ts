import { emptyDatabase } from 'test-support/emptyDatabase'
import {
  conversationWith,
  newNumber,
  newSid,
  OURS,
} from 'test-support/messages'

import { db } from 'src/lib/db'

import { appendMessage, type NewMessage } from './appendMessage'

beforeEach(emptyDatabase)

const [MAYA, OTTO] = [newNumber(), newNumber()]

const inbound = (from: string, more: Partial<NewMessage> = {}): NewMessage => ({
  contactAddress: from,
  senderAddress: OURS,
  direction: 'INBOUND',
  status: 'RECEIVED',
  channel: 'SMS',
  sid: newSid(),
  from,
  to: OURS,
  body: 'Hello',
  ...more,
})

const outbound = (to: string): NewMessage => ({
  ...inbound(to),
  direction: 'OUTBOUND',
  status: 'SENT',
  from: OURS,
  to,
})

/** Nobody waits for the first: all the others are one batch, and one statement. */
const appendAtOnce = (messages: NewMessage[]) =>
  Promise.allSettled(messages.map((message) => appendMessage(message)))

/** What a conversation says of its messages is what a count of them says. */
const expectTold = async (address: string) => {
  const { messages, ...told } = await conversationWith(address)
  const last = messages[messages.length - 1]
  const times = messages.map(({ createdAt }) => createdAt.getTime())
  expect([...times].sort()).toEqual(times)
  expect(new Set(times).size).toEqual(times.length)
  expect(told).toMatchObject({
    messageCount: messages.length,
    unreadCount: messages.filter(({ direction }) => direction === 'INBOUND')
      .length,
    lastMessageId: last.id,
    lastMessageAt: last.createdAt,
  })
  return told
}

it('tells each conversation of all its messages, however they are mixed', async () => {
  const appended = await appendAtOnce([
    inbound(newNumber()),
    ...Array.from({ length: 30 }, (_, n) => [
      inbound(n % 3 ? MAYA : OTTO),
      outbound(n % 2 ? MAYA : OTTO),
    ]).flat(),
  ])
  expect(appended.every(({ status }) => status === 'fulfilled')).toEqual(true)
  expect((await expectTold(MAYA)).messageCount).toEqual(35)
  expect((await expectTold(OTTO)).messageCount).toEqual(25)
})

it('counts none that was there already', async () => {
  const twice = inbound(MAYA)
  const appended = await appendAtOnce([
    inbound(newNumber()),
    inbound(MAYA),
    twice,
    twice,
    inbound(MAYA),
    twice,
  ])
  expect(appended.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
  ])
  expect((await expectTold(MAYA)).messageCount).toEqual(3)
})

it('has each word about consent count in its turn', async () => {
  const consent = (allowed: boolean) =>
    inbound(MAYA, { consent: { allowed, source: 'KEYWORD', word: 'x' } })
  await appendAtOnce([
    inbound(newNumber()),
    inbound(MAYA),
    consent(false),
    inbound(MAYA),
    consent(true),
    inbound(MAYA),
    consent(false),
  ])
  expect((await expectTold(MAYA)).optedOutAt).not.toBeNull()
  const events = await db.consentEvent.findMany({ orderBy: { at: 'asc' } })
  expect(events.map(({ allowed }) => allowed)).toEqual([false, true, false])
})

it('opens an archived conversation for what comes in, and not for what goes out', async () => {
  await appendMessage(inbound(MAYA))
  await appendMessage(inbound(OTTO))
  await db.conversation.updateMany({ data: { status: 'ARCHIVED' } })
  await appendAtOnce([
    inbound(newNumber()),
    outbound(MAYA),
    inbound(MAYA),
    outbound(MAYA),
    outbound(OTTO),
    outbound(OTTO),
  ])
  expect((await expectTold(MAYA)).status).toEqual('OPEN')
  expect((await expectTold(OTTO)).status).toEqual('ARCHIVED')
})
