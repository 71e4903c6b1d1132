import { emptyDatabase } from 'test-support/emptyDatabase'
import {
  conversationWith,
  CUSTOMER,
  findMessage,
  newSid,
  OURS,
  saveMessage,
} from 'test-support/messages'
import { webhookJobs } from 'test-support/webhookJobs'

import { appendMessage } from 'src/lib/conversations/appendMessage'
import { markUnread } from 'src/lib/conversations/markConversation'
import { setStatus } from 'src/lib/conversations/setStatus'
import { inTransaction } from 'src/lib/database/inTransaction'
import { db } from 'src/lib/db'
import { recordStatusReports } from 'src/lib/delivery/recordStatusReports'
import type { StatusReport } from 'src/lib/delivery/statusReport'

import { EVENT_TYPES } from './eventTypes'

beforeEach(emptyDatabase)

const MAYA = { name: 'Maya' }

const want = (...events: string[]) =>
  db.webhookEndpoint.create({
    data: { url: 'https://tool.example.com', events, secret: 'whsec_c2VjcmV0' },
  })

const told = () => db.webhookEvent.findMany({ orderBy: { at: 'asc' } })
const toldTypes = async () => (await told()).map(({ type }) => type).sort()

const receive = (change: object = {}) =>
  appendMessage({
    contactAddress: CUSTOMER,
    senderAddress: OURS,
    direction: 'INBOUND',
    channel: 'SMS',
    status: 'RECEIVED',
    sid: newSid(),
    from: CUSTOMER,
    to: OURS,
    body: 'Where is my parcel?',
    ...change,
  })

const report = (
  sid: string,
  status: string,
  change: Partial<StatusReport> = {}
): StatusReport => ({
  messageId: null,
  sid,
  status,
  source: 'CALLBACK',
  errorCode: null,
  errorDetail: null,
  rawDlrDoneDate: null,
  params: null,
  ...change,
})

describe('what is told', () => {
  it('is a message that came, and the conversation that it opened', async () => {
    await want(...EVENT_TYPES)
    const sid = newSid()
    const { id, conversationId } = await receive({ sid })
    expect(await toldTypes()).toEqual([
      'conversation.opened',
      'message.received',
    ])
    const events = await told()
    const ofType = (name: string) => events.find(({ type }) => type === name)
    const { createdAt } = await findMessage(id)
    expect(ofType('message.received')).toMatchObject({
      messageId: id,
      at: createdAt,
      data: {
        messageId: id,
        sid,
        conversationId,
        channel: 'SMS',
        direction: 'INBOUND',
        status: 'RECEIVED',
        errorCode: null,
        from: CUSTOMER,
        to: OURS,
      },
    })
    expect(ofType('conversation.opened')?.data).toMatchObject({
      conversationId,
      channel: 'SMS',
      status: 'OPEN',
      senderAddress: OURS,
      contactAddress: CUSTOMER,
      isNew: true,
    })
    // Each has the job that hands it out.
    expect(
      (await webhookJobs()).map(({ payload }) => payload.eventId).sort()
    ).toEqual(events.map(({ id: eventId }) => eventId).sort())
  })

  it('has no text of a message in it: that would be kept twice', async () => {
    await want(...EVENT_TYPES)
    await receive()
    expect(JSON.stringify(await told())).not.toContain('parcel')
  })

  it('is a message that Twilio was still receiving, when it is there', async () => {
    await want('message.received', 'message.status')
    const { id } = await receive({ status: 'RECEIVING' })
    expect(await told()).toEqual([])
    await db.message.update({ where: { id }, data: { status: 'RECEIVED' } })
    expect(await toldTypes()).toEqual(['message.received'])
  })

  it('is each change of a status, once, with what it was before', async () => {
    await want('message.status')
    const sid = newSid()
    const { id } = await saveMessage({ sid, status: 'QUEUED' })
    await recordStatusReports([
      report(sid, 'SENT'),
      report(sid, 'UNDELIVERED', { errorCode: 30003 }),
    ])
    await recordStatusReports([report(sid, 'SENT'), report(sid, 'UNDELIVERED')])
    const [event, ...others] = await told()
    // One statement moved the row once, from end to end.
    expect(others).toEqual([])
    expect(event).toMatchObject({
      type: 'message.status',
      messageId: id,
      data: {
        sid,
        status: 'UNDELIVERED',
        previousStatus: 'QUEUED',
        errorCode: 30003,
      },
    })
  })

  it('is each message of a batch', async () => {
    await want('message.status')
    const sids = [newSid(), newSid(), newSid()]
    for (const sid of sids) {
      await saveMessage({ sid, status: 'SENT' })
    }
    await recordStatusReports(sids.map((sid) => report(sid, 'DELIVERED')))
    expect(
      (await told()).map(({ data }) => (data as { sid: string }).sid).sort()
    ).toEqual(sids.sort())
  })

  it('is a conversation that is archived, and one that opens again', async () => {
    await want('conversation.archived', 'conversation.opened')
    await saveMessage({ direction: 'INBOUND' })
    const { id } = await conversationWith(CUSTOMER)
    await db.webhookEvent.deleteMany()
    await setStatus(id, 'ARCHIVED', MAYA)
    await setStatus(id, 'ARCHIVED', MAYA)
    await receive()
    expect(
      (await told()).map(({ type, data }) => [
        type,
        (data as { isNew: boolean }).isNew,
      ])
    ).toEqual([
      ['conversation.archived', false],
      ['conversation.opened', false],
    ])
  })
})

describe('nothing is told', () => {
  it('where nobody wants to hear it', async () => {
    await receive()
    await want('conversation.archived')
    await db.webhookEndpoint.create({
      data: {
        url: 'https://tool.example.com',
        events: [...EVENT_TYPES],
        secret: 'whsec_c2VjcmV0',
        isEnabled: false,
      },
    })
    await receive()
    expect(await told()).toEqual([])
    expect(await webhookJobs()).toEqual([])
  })

  it('of what was rolled back', async () => {
    await want('message.status')
    const sid = newSid()
    await saveMessage({ sid, status: 'SENT' })
    await expect(
      inTransaction(async (tx) => {
        await recordStatusReports([report(sid, 'DELIVERED')], tx)
        throw new Error('and then something else failed')
      })
    ).rejects.toThrow('something else')
    expect(await told()).toEqual([])
    expect(await webhookJobs()).toEqual([])
  })

  it('of a message that came twice', async () => {
    await want('message.received')
    const sid = newSid()
    await receive({ sid })
    await expect(receive({ sid })).rejects.toThrow()
    expect(await toldTypes()).toEqual(['message.received'])
  })

  it('of a change that is none of the status', async () => {
    await want(...EVENT_TYPES)
    const { id } = await saveMessage({ status: 'SENT' })
    await db.webhookEvent.deleteMany()
    await db.message.update({ where: { id }, data: { numSegments: 2 } })
    const { id: conversationId } = await conversationWith(CUSTOMER)
    await markUnread(conversationId, MAYA)
    expect(await told()).toEqual([])
  })
})
