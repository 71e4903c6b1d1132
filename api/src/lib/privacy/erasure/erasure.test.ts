import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import { CUSTOMER, newSid, OURS, saveMessage } from 'test-support/messages'
import { startTwilioServer, type TwilioServer } from 'test-support/twilioServer'
import { whileBlocked } from 'test-support/whileBlocked'

import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'
import { parseInboundMessage } from 'src/lib/inbound/parseInboundMessage'
import { parseStatusCallback } from 'src/lib/inbound/parseStatusCallback'
import { recordInboundMessage } from 'src/lib/inbound/recordInboundMessage'
import { recordStatusReport } from 'src/lib/inbound/recordStatusReport'
import { listen } from 'src/lib/live/listen'
import { sendMessage } from 'src/lib/outbound/sendMessage'

import { eraseContact } from './eraseContact'
import { redactContact } from './redactContact'

let twilio: TwilioServer

beforeAll(async () => {
  twilio = await startTwilioServer()
})

afterAll(() => twilio.close())

beforeEach(emptyDatabase)

const inbound = (Body: string, MessageSid = newSid()) => ({
  MessageSid,
  From: CUSTOMER,
  To: OURS,
  Body,
  ProfileName: 'Zora Quist',
  FromCity: 'Zanzibar',
  WaId: CUSTOMER.slice(1),
})

const receive = (Body: string, sid?: string) =>
  recordInboundMessage(parseInboundMessage(inbound(Body, sid)))

const BY = { name: 'Maya' }

const contactOf = (address = CUSTOMER) =>
  db.contact.findUnique({ where: { address } })

const erase = async () => {
  const contact = await contactOf()
  const id = String(contact?.id)
  await eraseContact(id, CUSTOMER, BY)
  await redactContact(id, { size: 2 })
  return id
}

/** Every row of every table, and every job, as text. */
const everything = async () => {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public' OR tablename = '_private_jobs'`
  )
  const texts = await Promise.all(
    rows.map(async ({ name }) =>
      (
        await pool.query<{ text: string }>(
          `SELECT t::text AS text FROM ${name} t`
        )
      ).rows.map(({ text }) => text)
    )
  )
  return texts.flat().join('\n')
}

const SECRETS = /4155550100|Zora|Quist|Zanzibar|quicksilver/i

const fill = async () => {
  const sid = newSid()
  await receive('quicksilver one', sid)
  await receive('quicksilver two')
  const sent = await sendMessage(
    { to: CUSTOMER, body: 'quicksilver three' },
    {}
  )
  await recordStatusReport(
    parseStatusCallback(
      {
        MessageSid: String(sent.sid),
        MessageStatus: 'undelivered',
        ErrorCode: '30003',
        To: CUSTOMER,
      },
      sent.id
    )
  )
  // Parked: of a message that is not ours to know.
  await recordStatusReport(
    parseStatusCallback(
      { MessageSid: newSid(), MessageStatus: 'sent', To: CUSTOMER },
      undefined
    )
  )
  const contact = await contactOf()
  await db.contact.update({
    where: { address: CUSTOMER },
    data: { notes: 'quicksilver notes' },
  })
  await db.threadEntry.create({
    data: {
      conversationId: sent.conversationId,
      kind: 'NOTE',
      body: 'quicksilver note',
    },
  })
  await db.conversationEvent.create({
    data: {
      type: 'x',
      disposition: 'UNKNOWN',
      params: { 'MessagingBinding.Address': CUSTOMER },
    },
  })
  await db.callEvent.create({
    data: { status: 'X', disposition: 'UNKNOWN', params: { From: CUSTOMER } },
  })
  await db.webhookEvent.create({
    data: { type: 'message.received', data: { from: CUSTOMER } },
  })
  const label = await db.label.create({
    data: { name: 'VIP', key: 'vip', color: 'RED' },
  })
  await db.contactLabel.create({
    data: { contactId: String(contact?.id), labelId: label.id },
  })
  return { sid, sent }
}

it('nothing is left of who it was, in no table, and all rows are', async () => {
  await fill()
  const counts = () =>
    Promise.all([
      db.message.count(),
      db.conversation.count(),
      db.statusEvent.count(),
      db.contact.count(),
    ])
  const before = await counts()
  expect(await everything()).toMatch(SECRETS)
  const id = await erase()
  expect((await everything()).match(SECRETS)).toBeNull()
  expect(await counts()).toEqual(before)
  expect(await db.contact.findUniqueOrThrow({ where: { id } })).toMatchObject({
    address: expect.stringMatching(/^erased:[0-9a-f]{32}$/),
    name: null,
    erasedAt: expect.any(Date),
  })
  expect(await db.conversation.findFirst()).toMatchObject({
    status: 'ARCHIVED',
    unreadCount: 0,
    messageCount: 3,
  })
  expect(await db.contactLabel.count()).toEqual(0)
})

it('open screens are told of all that is gone, also of notes, and of what it said among others', async () => {
  const { sent } = await fill()
  const group = await saveMessage({
    contact: 'CH00000000000000000000000000000001',
    channel: 'CHAT',
    direction: 'INBOUND',
    author: CUSTOMER,
    from: CUSTOMER,
    body: 'quicksilver among others',
  })
  await db.participant.create({
    data: {
      conversationId: group.conversationId,
      sid: 'MB00000000000000000000000000000001',
      address: CUSTOMER,
      type: 'SMS',
    },
  })
  const note = await db.threadEntry.findFirstOrThrow({
    where: { kind: 'NOTE' },
  })
  // That it came, which its being there has written.
  const arrival = await db.threadEntry.findFirstOrThrow({
    where: { conversationId: group.conversationId },
  })
  const told = firstOf(6, listen(['messageStatusChanged', 'threadEntryAdded']))
  await erase()
  const events = await told
  expect(events.slice(0, 3)).toEqual(
    Array(3).fill({
      kind: 'messageStatusChanged',
      messageId: expect.any(String),
      conversationId: sent.conversationId,
    })
  )
  expect(events[3]).toEqual({
    kind: 'messageStatusChanged',
    messageId: group.id,
    conversationId: group.conversationId,
  })
  // In no order: each is read anew where it stands.
  expect(new Set(events.slice(4))).toEqual(
    new Set(
      [note, arrival].map(({ id, conversationId }) => ({
        kind: 'threadEntryAdded',
        entryId: id,
        conversationId,
      }))
    )
  )
  expect((await everything()).match(SECRETS)).toBeNull()
})

it('what comes late for it is recorded and brings nothing back', async () => {
  const { sid, sent } = await fill()
  await erase()
  await recordStatusReport(
    parseStatusCallback(
      {
        MessageSid: String(sent.sid),
        MessageStatus: 'delivered',
        To: CUSTOMER,
      },
      sent.id
    )
  )
  await receive('quicksilver one', sid)
  expect(
    await db.message.findUniqueOrThrow({ where: { id: sent.id } })
  ).toMatchObject({ status: 'DELIVERED', body: null })
  expect((await everything()).match(SECRETS)).toBeNull()
})

it('who writes again from the number is somebody new', async () => {
  await receive('Hello')
  const id = await erase()
  await receive('Hello again')
  const contact = await contactOf()
  expect(contact?.id).not.toEqual(id)
  expect(await db.conversation.count()).toEqual(2)
})

it('who said STOP is not written to, until START, and also after another erasure', async () => {
  await receive('STOP')
  await erase()
  const OPTED_OUT = { extensions: { code: 'OPTED_OUT' } }
  await expect(
    sendMessage({ to: CUSTOMER, body: 'Hello' }, {})
  ).rejects.toMatchObject(OPTED_OUT)
  expect(await contactOf()).toBeNull()
  await receive('Hello')
  await erase()
  await expect(
    sendMessage({ to: CUSTOMER, body: 'Hello' }, {})
  ).rejects.toMatchObject(OPTED_OUT)
  await receive('START')
  expect(await sendMessage({ to: CUSTOMER, body: 'Hello' }, {})).toMatchObject({
    status: 'QUEUED',
  })
  await erase()
  expect(await sendMessage({ to: CUSTOMER, body: 'Hello' }, {})).toMatchObject({
    status: 'QUEUED',
  })
  expect(
    await sendMessage({ to: '+14155550199', body: 'Hello' }, {})
  ).toMatchObject({ status: 'QUEUED' })
})

it('is refused while a message is still to be sent, and where the number was not typed', async () => {
  const message = await saveMessage({ status: 'PENDING' })
  const { id } = await db.contact.findUniqueOrThrow({
    where: { address: CUSTOMER },
  })
  await expect(eraseContact(id, CUSTOMER, BY)).rejects.toMatchObject({
    extensions: { code: 'CONFLICT' },
  })
  await expect(eraseContact(id, '+14155550101', BY)).rejects.toMatchObject({
    extensions: { code: 'BAD_USER_INPUT' },
  })
  await expect(eraseContact('none', CUSTOMER, BY)).rejects.toMatchObject({
    extensions: { code: 'NOT_FOUND' },
  })
  await db.message.update({
    where: { id: message.id },
    data: { status: 'CANCELED' },
  })
  expect(await eraseContact(id, ` ${CUSTOMER} `, BY)).toMatchObject({
    name: null,
  })
})

it('whoever found the contact before it was erased, and waited for it, finds another one', async () => {
  await receive('quicksilver')
  const id = String((await contactOf())?.id)
  const client = await pool.connect()
  await client.query('BEGIN')
  await client.query('SELECT erase_contact($1)', [id])
  // To an address of ours with which it has no conversation yet.
  const { done } = await whileBlocked(
    recordInboundMessage(
      parseInboundMessage({ ...inbound('new'), To: '+15005550007' })
    )
  )
  await client.query('COMMIT')
  client.release()
  await done
  await redactContact(id)
  expect(await db.conversation.count({ where: { contactId: id } })).toEqual(1)
  expect(await contactOf()).toMatchObject({ name: 'Zora Quist' })
})

it('pressed twice at once, while messages come in, it is erased once and none is lost', async () => {
  await receive('quicksilver')
  const id = String((await contactOf())?.id)
  await Promise.all([
    eraseContact(id, CUSTOMER, BY),
    eraseContact(id, CUSTOMER, BY),
    ...Array.from({ length: 10 }, () => receive('new')),
  ])
  await Promise.all([
    redactContact(id, { size: 1 }),
    redactContact(id, { size: 1 }),
  ])
  expect(await db.message.count()).toEqual(11)
  const kept = await db.message.findMany({
    where: { redactedAt: null },
    include: { conversation: { include: { contact: true } } },
  })
  for (const { conversation, from } of kept) {
    expect([conversation.contact.address, from]).toEqual([CUSTOMER, CUSTOMER])
  }
  const erased = await db.message.findMany({
    where: { conversation: { contactId: id } },
  })
  expect(
    erased.every(({ body, from }) => body === null && from !== CUSTOMER)
  ).toBe(true)
  expect(await pool.query('SELECT address FROM "Erasure"')).toMatchObject({
    rows: [{ address: null }],
  })
})
