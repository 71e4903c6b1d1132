import { emptyDatabase } from 'test-support/emptyDatabase'
import { newNumber, newSid, OURS, saveMessage } from 'test-support/messages'

import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'
import { parseStatusCallback } from 'src/lib/inbound/parseStatusCallback'
import { recordStatusReport } from 'src/lib/inbound/recordStatusReport'
import { publish } from 'src/lib/live/publish'
import { mediaStorage } from 'src/lib/media/storage/mediaStorage'
import { retryMessage } from 'src/lib/outbound/retryMessage'
import { deleteFiles } from 'src/lib/privacy/files/deleteFiles'

import { retain } from './retain'
import { countReached, deleteRetention, saveRetention } from './retentions'

jest.mock('src/lib/live/publish', () => ({ publish: jest.fn() }))

beforeEach(async () => {
  await emptyDatabase()
  await db.channel.create({
    data: { address: OURS, name: 'Main', kinds: ['SMS'] },
  })
})

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

const PARAMS = {
  MessageSid: 'SM1',
  Body: 'Hello',
  From: '+14155550100',
  Latitude: '1',
}

const save = (days: number, fields: Parameters<typeof saveMessage>[0] = {}) =>
  saveMessage({
    contact: newNumber(),
    direction: 'INBOUND',
    sid: newSid(),
    params: PARAMS,
    createdAt: daysAgo(days),
    ...fields,
  })

const textOf = async ({ id }: { id: string }) => {
  const { body, redactedAt, params } = await db.message.findUniqueOrThrow({
    where: { id },
  })
  return { body, isRedacted: redactedAt !== null, params }
}

const KEPT = { body: 'Hello', isRedacted: false, params: PARAMS }
const GONE = { body: null, isRedacted: true, params: { MessageSid: 'SM1' } }

const words = async () =>
  (await pool.query('SELECT * FROM "MessageWords"')).rows.length

it('takes the text out of what is old, and leaves the row, its words being searched no more', async () => {
  const [old, young] = [await save(91), await save(89)]
  await saveRetention({ address: OURS, textDays: 90 })
  expect(await retain()).toBe(false)
  expect(await textOf(old)).toEqual(GONE)
  expect(await textOf(young)).toEqual(KEPT)
  expect(await words()).toEqual(1)
  const { status, direction, createdAt, sid, updatedAt } =
    await db.message.findUniqueOrThrow({ where: { id: old.id } })
  expect({ status, direction, createdAt, sid }).toEqual({
    status: 'RECEIVED',
    direction: 'INBOUND',
    createdAt: old.createdAt,
    sid: old.sid,
  })
  expect(updatedAt.getTime()).toBeGreaterThan(old.updatedAt.getTime())
  expect(jest.mocked(publish)).toHaveBeenCalledWith({
    kind: 'messageStatusChanged',
    messageId: old.id,
    conversationId: old.conversationId,
  })
})

it('keeps all for ever where nobody has decided, and by its own decision what has one', async () => {
  const old = await save(5_000)
  await retain()
  expect(await textOf(old)).toEqual(KEPT)

  await saveRetention({ textDays: 30 })
  await saveRetention({ address: OURS })
  await retain()
  expect(await textOf(old)).toEqual(KEPT)

  await deleteRetention(OURS)
  await retain()
  expect(await textOf(old)).toEqual(GONE)
})

it('counts from when a message was due', async () => {
  const scheduled = await save(40, {
    direction: 'OUTBOUND',
    status: 'DELIVERED',
    sendAt: daysAgo(3),
  })
  await saveRetention({ textDays: 30 })
  await retain()
  expect(await textOf(scheduled)).toEqual(KEPT)
})

it.each(['PENDING', 'UNCONFIRMED', 'SCHEDULED'] as const)(
  'leaves a message alone while it is %s, and redacts it when that is over',
  async (status) => {
    const message = await save(100, {
      direction: 'OUTBOUND',
      status,
      sid: null,
    })
    await save(50)
    await saveRetention({ textDays: 30 })
    await retain()
    expect(await textOf(message)).toEqual(KEPT)
    await db.message.update({
      where: { id: message.id },
      data: { status: 'FAILED' },
    })
    await retain()
    expect(await textOf(message)).toEqual(GONE)
    await expect(retryMessage(message.id, {})).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    })
  }
)

it('goes through all in pieces, two at once, and again, and ends the same', async () => {
  await Promise.all(Array.from({ length: 23 }, (_, n) => save(100 + n)))
  await saveRetention({ textDays: 30 })
  await Promise.all([
    retain({ size: 4 }),
    retain({ size: 4 }),
    retain({ size: 4 }),
  ])
  let isMore = true
  while (isMore) {
    isMore = await retain({ size: 4 })
  }
  expect(await db.message.count({ where: { redactedAt: null } })).toEqual(0)
  const before = await db.message.findMany({ orderBy: { id: 'asc' } })
  await saveRetention({ textDays: 20 })
  await retain({ size: 4 })
  expect(await db.message.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
})

it('takes files away, with their bytes, also when a crash came in between; but not what a younger message carries', async () => {
  const file = async () => {
    const { id } = await db.storedFile.create({
      data: { contentType: 'image/png', size: 4, name: 'me.png' },
    })
    await mediaStorage.put(id, Buffer.from('bytes'))
    return id
  }
  const [gone, shared, thumbnail] = [await file(), await file(), await file()]
  const old = await save(100)
  await db.media.create({
    data: {
      messageId: old.id,
      position: 0,
      fileId: gone,
      thumbnailId: thumbnail,
      url: 'https://api.twilio.com/x',
    },
  })
  await db.media.create({
    data: { messageId: old.id, position: 1, fileId: shared },
  })
  const young = await save(1)
  await db.media.create({
    data: { messageId: young.id, position: 0, fileId: shared },
  })
  await saveRetention({ mediaDays: 30 })

  const remove = jest
    .spyOn(mediaStorage, 'delete')
    .mockRejectedValueOnce(new Error('The process dies'))
  await expect(retain()).rejects.toThrow('The process dies')
  remove.mockRestore()
  await deleteFiles()

  expect(await textOf(old)).toEqual(KEPT)
  expect(
    await db.media.findMany({
      where: { messageId: old.id },
      orderBy: { position: 'asc' },
    })
  ).toMatchObject([
    { url: null, fileId: null, thumbnailId: null, removedAt: expect.any(Date) },
    { fileId: null, removedAt: expect.any(Date) },
  ])
  expect((await db.storedFile.findMany()).map(({ id }) => id)).toEqual([shared])
  await expect(mediaStorage.get(gone)).rejects.toThrow()
  await expect(mediaStorage.get(thumbnail)).rejects.toThrow()
  ;(await mediaStorage.get(shared)).destroy()
  expect(await db.fileToDelete.count()).toEqual(0)
})

it('takes out of events what is raw, and leaves what became of the message; a late callback still counts', async () => {
  const message = await save(100, {
    direction: 'OUTBOUND',
    status: 'SENT',
    errorDetail: 'To +14155550100',
  })
  const report = (MessageStatus: string) =>
    recordStatusReport(
      parseStatusCallback(
        {
          MessageSid: String(message.sid),
          MessageStatus,
          To: '+14155550100',
          RawDlrDoneDate: '2611300825',
        },
        message.id
      )
    )
  await report('sent')
  await saveRetention({ textDays: 30, eventDays: 30 })
  await retain()
  expect(await db.statusEvent.findMany()).toMatchObject([
    {
      status: 'SENT',
      rawDlrDoneDate: null,
      params: { MessageSid: message.sid, MessageStatus: 'sent' },
    },
  ])
  expect(
    JSON.stringify(await db.statusEvent.findMany({ select: { params: true } }))
  ).not.toContain('4155550100')
  await report('delivered')
  expect(
    await db.message.findUniqueOrThrow({ where: { id: message.id } })
  ).toMatchObject({ status: 'DELIVERED', body: null, errorDetail: null })
})

it('takes out notes, and events that belong to no message', async () => {
  const { conversationId } = await save(1)
  await db.threadEntry.create({
    data: { conversationId, kind: 'NOTE', body: 'Call her', at: daysAgo(40) },
  })
  await db.conversationEvent.create({
    data: {
      type: 'x',
      disposition: 'UNKNOWN',
      params: { Body: 'Hello', EventType: 'x' },
      receivedAt: daysAgo(40),
    },
  })
  await db.callEvent.create({
    data: {
      status: 'X',
      disposition: 'UNKNOWN',
      params: { From: '+14155550100', CallSid: 'CA1' },
      receivedAt: daysAgo(40),
    },
  })
  await db.statusEvent.create({
    data: {
      status: 'X',
      source: 'CALLBACK',
      disposition: 'PARKED',
      params: { To: '+14155550100' },
      receivedAt: daysAgo(40),
    },
  })
  await saveRetention({ textDays: 30, eventDays: 30 })
  await retain()
  expect(await db.threadEntry.findFirst()).toMatchObject({
    kind: 'NOTE',
    body: null,
  })
  expect(await db.conversationEvent.findFirst()).toMatchObject({
    params: { EventType: 'x' },
  })
  expect(await db.callEvent.findFirst()).toMatchObject({
    params: { CallSid: 'CA1' },
  })
  expect(await db.statusEvent.findFirst()).toMatchObject({ params: {} })
})

it('nothing brings a text back that is gone', async () => {
  const old = await save(100)
  await saveRetention({ textDays: 30 })
  await retain()
  await db.message.update({
    where: { id: old.id },
    data: { body: 'Edited', params: PARAMS },
  })
  expect(await textOf(old)).toEqual(GONE)
  expect(await words()).toEqual(0)
})

it('says how many it would reach', async () => {
  await Promise.all([save(100), save(20)])
  expect(await countReached({ textDays: 30 })).toEqual(1)
  expect(await countReached({ address: OURS, textDays: 10 })).toEqual(2)
})

it.each([0, -1, 36_501])('is not %i days', async (days) => {
  await expect(saveRetention({ textDays: days })).rejects.toMatchObject({
    extensions: { code: 'BAD_USER_INPUT' },
  })
  await expect(
    saveRetention({ address: '+19995550000', textDays: 1 })
  ).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
})

it('of two that decide at once over the same, the second one hears of the first', async () => {
  const answers = await Promise.allSettled(
    [10, 20].map((textDays) => saveRetention({ address: OURS, textDays }, null))
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([
    'fulfilled',
    'rejected',
  ])
  const { updatedAt } = await db.retention.findUniqueOrThrow({
    where: { address: OURS },
  })
  expect(
    await saveRetention({ address: OURS, textDays: 30 }, updatedAt)
  ).toMatchObject({ textDays: 30 })
  await expect(
    saveRetention({ address: OURS, textDays: 40 }, updatedAt)
  ).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } })
})
