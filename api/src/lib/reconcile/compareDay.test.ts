import { deafTwilio } from 'test-support/deafTwilio'
import {
  conversationWith,
  CUSTOMER,
  findMessage,
  newNumber,
  newSid,
  OURS,
  saveMessage,
  timelineOf,
} from 'test-support/messages'

import { db } from 'src/lib/db'
import { parseInboundMessage } from 'src/lib/inbound/parseInboundMessage'
import { recordInboundMessage } from 'src/lib/inbound/recordInboundMessage'
import { sendMessage } from 'src/lib/outbound/sendMessage'
import { finished } from 'src/lib/outbound/underway'
import { twilioClient } from 'src/lib/twilio/twilioClient'

import { compareDay } from './compareDay'

const simulator = deafTwilio()

/** What the runs found, the latest first. */
const runs = () =>
  db.reconciliation.findMany({
    orderBy: { startedAt: 'desc' },
    select: {
      kind: true,
      checked: true,
      recovered: true,
      absent: true,
      foreign: true,
    },
  })

const send = async (to: string) => {
  const { id } = await sendMessage({ to, body: 'Hello' }, {})
  await simulator.control.idle()
  return id
}

const NOTHING = {
  kind: 'DAILY',
  checked: 0,
  recovered: 0,
  absent: 0,
  foreign: 0,
}

it('a status whose callbacks were lost is found, with its code', async () => {
  const delivered = await send(CUSTOMER)
  const undelivered = await send('+14155530003')
  expect((await findMessage(delivered)).status).toEqual('QUEUED')
  await compareDay()
  expect(await findMessage(delivered)).toMatchObject({ status: 'DELIVERED' })
  expect(await findMessage(undelivered)).toMatchObject({
    status: 'UNDELIVERED',
    errorCode: 30003,
  })
  expect(await timelineOf({ id: delivered })).toMatchObject([
    { source: 'API', status: 'QUEUED' },
    { source: 'RECONCILER', status: 'DELIVERED', disposition: 'APPLIED' },
  ])
  expect(await runs()).toEqual([{ ...NOTHING, checked: 2, recovered: 2 }])
})

it('a message whose webhook was lost comes in, as the webhook would have brought it, once', async () => {
  const { sid } = await simulator.control.receive({
    from: CUSTOMER,
    to: OURS,
    body: ' Is it ready? 👋 ',
    media: [{ contentType: 'image/png', content: 'iVBORw0KGgo=' }],
  })
  expect(await db.message.count()).toEqual(0)
  await compareDay()
  await compareDay()
  const conversation = await conversationWith(CUSTOMER)
  expect(conversation).toMatchObject({ messageCount: 1, unreadCount: 1 })
  expect(conversation.messages).toMatchObject([
    {
      sid,
      direction: 'INBOUND',
      status: 'RECEIVED',
      body: ' Is it ready? 👋 ',
      from: CUSTOMER,
      to: OURS,
    },
  ])
  expect(await db.media.findMany()).toMatchObject([
    {
      contentType: 'image/png',
      url: expect.stringMatching(/^http.*\/Media\/ME[0-9a-f]{32}$/),
    },
  ])
  expect(await runs()).toEqual([
    { ...NOTHING, checked: 1 },
    { ...NOTHING, checked: 1, recovered: 1 },
  ])
})

it('an opt-out that was lost is learned, too', async () => {
  await simulator.control.receive({ from: CUSTOMER, to: OURS, body: 'STOP' })
  await compareDay()
  expect(await conversationWith(CUSTOMER)).toMatchObject({
    optedOutAt: expect.any(Date),
    optOutSource: 'KEYWORD',
  })
})

describe('words about consent that were lost', () => {
  const write = async (body: string) => {
    await simulator.control.receive({ from: CUSTOMER, to: OURS, body })
    // Twilio's dates have whole seconds.
    simulator.control.messages({ body })[0].dateSent = new Date(clock)
    clock += 2_000
  }
  let clock = Date.now() - 60_000
  const isOptedOut = async () =>
    (await conversationWith(CUSTOMER)).optedOutAt !== null

  it.each([
    [['START', 'STOP'], true],
    [['STOP', 'START'], false],
  ])('are taken in their order: %s', async (words, optedOut) => {
    for (const word of words) {
      await write(word)
    }
    await compareDay()
    expect(await isOptedOut()).toBe(optedOut)
    const { messages } = await conversationWith(CUSTOMER)
    expect(messages.map(({ body }) => body)).toEqual(words)
  })

  it('change nothing where a later one is known', async () => {
    await write('STOP')
    await recordInboundMessage(
      parseInboundMessage({
        MessageSid: newSid(),
        From: CUSTOMER,
        To: OURS,
        Body: 'STOP',
      })
    )
    await recordInboundMessage(
      parseInboundMessage({
        MessageSid: newSid(),
        From: CUSTOMER,
        To: OURS,
        Body: 'START',
      })
    )
    await compareDay()
    expect(await isOptedOut()).toBe(false)
    expect((await conversationWith(CUSTOMER)).messageCount).toEqual(3)
  })
})

it('what another program sends with the account is counted, and is none of ours', async () => {
  await twilioClient.messages.create({ to: CUSTOMER, from: OURS, body: 'Code' })
  await simulator.control.idle()
  await compareDay()
  expect(await db.message.count()).toEqual(0)
  expect(await runs()).toEqual([{ ...NOTHING, checked: 1, foreign: 1 }])
})

it('what Twilio’s list does not have is counted, also where the list is empty', async () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  const sent = (sentAt: Date) =>
    saveMessage({
      contact: newNumber(),
      sid: newSid(),
      status: 'SENT',
      sentAt,
    })
  await sent(hoursAgo(1))
  await sent(hoursAgo(24))
  await sent(hoursAgo(26))
  await saveMessage({ status: 'UNCONFIRMED' })
  await compareDay()
  expect(await runs()).toEqual([{ ...NOTHING, absent: 2 }])

  const known = await send(CUSTOMER)
  await db.message.update({
    where: { id: known },
    data: { sentAt: new Date() },
  })
  await compareDay()
  expect((await runs())[0]).toMatchObject({ checked: 1, absent: 2 })
})

it('what both know is left as it is', async () => {
  const id = await send(CUSTOMER)
  await compareDay()
  const before = await findMessage(id)
  await compareDay()
  expect(await findMessage(id)).toEqual(before)
  expect((await runs())[0]).toEqual({ ...NOTHING, checked: 1 })
})

it('a list of several pages is read to its end', async () => {
  const ids = await Promise.all(
    Array.from({ length: 230 }, async () => {
      const { id } = await sendMessage({ to: newNumber(), body: 'Hello' }, {})
      return id
    })
  )
  // Who waits too long for Twilio is answered before it has the message.
  await finished()
  await simulator.control.idle()
  await compareDay()
  expect((await runs())[0]).toMatchObject({ checked: 230, recovered: 230 })
  expect(
    await db.message.count({
      where: { id: { in: ids }, status: 'DELIVERED' },
    })
  ).toEqual(230)
})

it('a run in which nothing was found anywhere is not kept', async () => {
  await compareDay()
  expect(await runs()).toEqual([])
})

it('a run that Twilio ends fails, keeps what it learned, and can be repeated', async () => {
  await send(CUSTOMER)
  simulator.control.addFault({
    kind: 'answer',
    status: 500,
    match: { operation: 'list' },
    times: 1,
  })
  await expect(compareDay()).rejects.toMatchObject({ status: 500 })
  expect(await runs()).toEqual([])
  await compareDay()
  expect(await runs()).toMatchObject([{ recovered: 1 }])
})
