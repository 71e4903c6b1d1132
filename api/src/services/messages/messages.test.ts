import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { NOWHERE, STRANGE } from 'test-support/ids'
import {
  CUSTOMER,
  findMessage,
  newNumber,
  newSid,
  OURS,
  saveMessage,
} from 'test-support/messages'
import {
  created,
  refused,
  startTwilioServer,
  type TwilioServer,
} from 'test-support/twilioServer'

import { createUser } from 'src/lib/access/createUser'
import { db } from 'src/lib/db'
import { recordStatusReports } from 'src/lib/delivery/recordStatusReports'
import { errorMessage } from 'src/lib/messaging/errorCatalogue/errorCatalogue'

let twilio: TwilioServer
let agent: Credentials

beforeAll(async () => {
  twilio = await startTwilioServer()
})

afterAll(() => twilio.close())

beforeEach(async () => {
  twilio.calls.length = 0
  twilio.answers.length = 0
  await emptyDatabase()
  agent = await keyFor('AGENT')
})

const MESSAGE = `
  id sid conversation { id } direction channel from to body media { id contentType size } numSegments
  status errorCode errorMessage sentBy { email } sendAt retryOf { id } retries { id }
  createdAt updatedAt sentAt deliveredAt readAt
  timeline { id status source disposition errorCode errorMessage rawDlrDoneDate receivedAt }
`

describe('a message', () => {
  it('has the shape of the contract, with its way to the handset', async () => {
    await createUser({ email: 'maya@example.com', role: 'AGENT' })
    const { id: sentById } = await db.user.findFirstOrThrow()
    const sid = newSid()
    const { id, conversationId, createdAt } = await saveMessage({
      sentById,
      numSegments: 1,
      media: [{ url: 'https://example.com/a.png', contentType: 'image/png' }],
    })
    const report = { messageId: id, sid, errorDetail: null, params: null }
    await recordStatusReports([
      {
        ...report,
        status: 'QUEUED',
        source: 'API',
        errorCode: null,
        rawDlrDoneDate: null,
      },
      {
        ...report,
        status: 'SENT',
        source: 'CALLBACK',
        errorCode: null,
        rawDlrDoneDate: null,
      },
      {
        ...report,
        status: 'UNDELIVERED',
        source: 'CALLBACK',
        errorCode: 30003,
        rawDlrDoneDate: '2611201201',
      },
      {
        ...report,
        status: 'SENT',
        source: 'RECONCILER',
        errorCode: null,
        rawDlrDoneDate: null,
      },
    ])
    const { data, errors } = await ask(
      agent,
      `query ($id: ID!) { message(id: $id) { ${MESSAGE} } }`,
      { id }
    )
    expect(errors).toBeUndefined()
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    const event = {
      id: expect.any(String),
      errorCode: null,
      errorMessage: null,
      rawDlrDoneDate: null,
      receivedAt: time,
    }
    expect(data.message).toEqual({
      id,
      sid,
      conversation: { id: conversationId },
      direction: 'OUTBOUND',
      channel: 'SMS',
      from: OURS,
      to: CUSTOMER,
      body: 'Hello',
      media: [{ id: expect.any(String), contentType: 'image/png', size: null }],
      numSegments: 1,
      status: 'UNDELIVERED',
      errorCode: 30003,
      errorMessage: errorMessage(30003),
      sentBy: { email: 'maya@example.com' },
      sendAt: null,
      retryOf: null,
      retries: [],
      createdAt: createdAt.toISOString(),
      updatedAt: time,
      sentAt: time,
      deliveredAt: null,
      readAt: null,
      timeline: [
        { ...event, status: 'QUEUED', source: 'API', disposition: 'APPLIED' },
        {
          ...event,
          status: 'SENT',
          source: 'CALLBACK',
          disposition: 'APPLIED',
        },
        {
          ...event,
          status: 'UNDELIVERED',
          source: 'CALLBACK',
          disposition: 'APPLIED',
          errorCode: 30003,
          errorMessage: errorMessage(30003),
          rawDlrDoneDate: '2611201201',
        },
        {
          ...event,
          status: 'SENT',
          source: 'RECONCILER',
          disposition: 'DUPLICATE',
        },
      ],
    })
  })

  it.each(STRANGE)('is null where there is none: "%.40s"', async (id) => {
    expect(
      await ask(agent, 'query ($id: ID!) { message(id: $id) { id } }', { id })
    ).toEqual({
      data: { message: null },
    })
    expect(
      await ask(
        agent,
        'query ($id: String!) { messageStatus(sid: $id) { id } }',
        { id }
      )
    ).toEqual({
      data: { messageStatus: null },
    })
  })

  it.each([
    ['sent', { direction: 'OUTBOUND', status: 'SENT' }],
    ['received', { direction: 'INBOUND', status: 'RECEIVED' }],
  ] as const)('that was %s is found by its SID', async (_what, fields) => {
    const { id, sid, status } = await saveMessage({ ...fields, sid: newSid() })
    const { data } = await ask(
      agent,
      'query ($sid: String!) { messageStatus(sid: $sid) { id status } }',
      { sid }
    )
    expect(data.messageStatus).toEqual({ id, status })
  })

  it('gives the plain cause and the next step', async () => {
    const advice = async (change: object) => {
      const { id } = await saveMessage(change)
      const { data } = await ask(
        agent,
        'query ($id: ID!) { message(id: $id) { errorMessage } }',
        { id }
      )
      return data.message.errorMessage
    }
    expect(await advice({ status: 'DELIVERED' })).toBeNull()
    expect(await advice({ status: 'FAILED', errorCode: 21610 })).toEqual(
      errorMessage(21610)
    )
    expect(await advice({ status: 'UNDELIVERED', errorCode: 99999 })).toMatch(
      /99999.*does not know/
    )
    expect(await advice({ status: 'UNCONFIRMED' })).toMatch(
      /not known whether the message went out/
    )
  })
})

describe('the messages of a conversation', () => {
  const LIST = `query ($conversationId: ID!, $last: Int, $before: String) {
    messages(conversationId: $conversationId, last: $last, before: $before) {
      edges { cursor node { id body } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`

  const list = async (variables: object) => {
    const { data, errors } = await ask(agent, LIST, variables)
    expect(errors).toBeUndefined()
    return data.messages
  }

  it('come page by page, the newest page first, oldest first in each, none twice and none missing', async () => {
    const kept = []
    for (let n = 0; n < 7; n += 1) {
      kept.push(await saveMessage({ body: String(n) }))
    }
    await saveMessage({ contact: newNumber(), body: 'in another conversation' })
    const [{ conversationId }] = kept
    // Not ours to make, but if there were two of one time, none would be lost.
    await db.message.updateMany({
      where: { id: { in: kept.slice(1, 5).map(({ id }) => id) } },
      data: { createdAt: kept[3].createdAt },
    })
    const pages: string[][] = []
    let before: string | null = null
    do {
      const { edges, pageInfo } = await list({
        conversationId,
        last: 3,
        before,
      })
      expect(pageInfo.hasNextPage).toEqual(before !== null)
      expect(pageInfo.startCursor).toEqual(edges[0].cursor)
      expect(pageInfo.endCursor).toEqual(edges[edges.length - 1].cursor)
      pages.unshift(
        edges.map(({ node }: { node: { body: string } }) => node.body)
      )
      before = pageInfo.hasPreviousPage ? pageInfo.startCursor : null
    } while (before)
    expect(pages.map((page) => page.length)).toEqual([1, 3, 3])
    expect(pages.flat()).toEqual(['0', '1', '2', '3', '4', '5', '6'])
  })

  it('are of a conversation that exists', async () => {
    for (const conversationId of STRANGE) {
      expect(codeOf(await ask(agent, LIST, { conversationId }))).toEqual(
        'NOT_FOUND'
      )
    }
  })

  it('know their own cursors only, and pages of 1 to 100', async () => {
    const { conversationId } = await saveMessage()
    const wrong = [
      { before: 'nonsense' },
      {
        before: Buffer.from(`+275760-09-13T00:00:00.000Z|${NOWHERE}`).toString(
          'base64url'
        ),
      },
      { before: Buffer.from(`0000-00-00|${NOWHERE}`).toString('base64url') },
      { last: 0 },
      { last: -5 },
    ]
    for (const variables of wrong) {
      expect(
        codeOf(await ask(agent, LIST, { conversationId, ...variables }))
      ).toEqual('BAD_USER_INPUT')
    }
    expect(
      (await list({ conversationId, last: 2_000_000_000 })).edges
    ).toHaveLength(1)
  })
})

describe('sendSms', () => {
  const SEND = `mutation ($to: String!, $body: String!, $from: String, $mediaUrls: [String!], $sendAt: DateTime, $idempotencyKey: String) {
    sendSms(to: $to, body: $body, from: $from, mediaUrls: $mediaUrls, sendAt: $sendAt, idempotencyKey: $idempotencyKey) {
      ${MESSAGE}
    }
  }`
  const hello = { to: '+1 415 555 0100', body: 'Hello' }

  it('answers with the SID and Twilio’s status when it accepted', async () => {
    const sid = newSid()
    twilio.answers.push(created({ sid }))
    const { data, errors } = await ask(agent, SEND, hello)
    expect(errors).toBeUndefined()
    expect(data.sendSms).toMatchObject({
      sid,
      status: 'QUEUED',
      from: OURS,
      to: CUSTOMER,
      body: 'Hello',
      errorMessage: null,
      sentBy: null,
      timeline: [{ status: 'QUEUED', source: 'API', disposition: 'APPLIED' }],
    })
    expect(await findMessage(data.sendSms.id)).toMatchObject({
      apiKeyId: expect.any(String),
    })
  })

  it('answers FAILED with code and plain cause when Twilio refused', async () => {
    twilio.answers.push(refused(400, 21211))
    const { data, errors } = await ask(agent, SEND, hello)
    expect(errors).toBeUndefined()
    expect(data.sendSms).toMatchObject({
      sid: null,
      status: 'FAILED',
      errorCode: 21211,
      errorMessage: errorMessage(21211),
    })
  })

  it('answers PENDING when it must be sent later, and UNCONFIRMED when the outcome is unknown', async () => {
    twilio.answers.push(refused(429, 20429), 'reset')
    const busy = await ask(agent, SEND, hello)
    expect(busy.data.sendSms).toMatchObject({
      status: 'PENDING',
      errorMessage: expect.stringMatching(/by itself/),
    })
    const lost = await ask(agent, SEND, hello)
    expect(lost.data.sendSms).toMatchObject({
      status: 'UNCONFIRMED',
      errorMessage: expect.stringMatching(/not known whether/),
    })
  })

  it('sends once for one key', async () => {
    const keyed = { ...hello, idempotencyKey: 'order-17' }
    const answers = await Promise.all([
      ask(agent, SEND, keyed),
      ask(agent, SEND, keyed),
    ])
    const [one, other] = answers.map(({ data }) => data.sendSms.id)
    expect(one).toEqual(other)
    expect(twilio.calls).toHaveLength(1)
  })

  it.each<[string, object]>([
    ['no number', { to: 'Maya' }],
    ['no country', { to: '415 555 0100' }],
    ['no text', { body: ' \n' }],
    ['too long a text', { body: 'a'.repeat(1601) }],
    ['a strange sender', { from: 'none of ours!' }],
    ['a strange attachment', { mediaUrls: ['picture.png'] }],
    [
      'too many attachments',
      { mediaUrls: Array(11).fill('https://example.com/a.png') },
    ],
    ['a time that has passed', { sendAt: '2020-01-01T00:00:00Z' }],
    ['too long a key', { idempotencyKey: 'k'.repeat(201) }],
  ])('refuses %s in words, and sends nothing', async (_what, change) => {
    const answer = await ask(agent, SEND, { ...hello, ...change })
    expect(codeOf(answer)).toEqual('BAD_USER_INPUT')
    expect(answer.errors?.[0].message).toMatch(/^[A-Z].*\.$/)
    expect(await db.message.count()).toEqual(0)
    expect(twilio.calls).toHaveLength(0)
  })

  it.each<[string, object]>([
    ['a NUL in the text', { body: 'Hel\0lo' }],
    ['half an emoji in the text', { body: 'Hello \ud83d' }],
    ['a NUL in the number', { to: '+1415555\x000100' }],
    ['a NUL in the sender', { from: '+1500555\x000006' }],
    ['a NUL in an attachment', { mediaUrls: ['https://example.com/\0'] }],
    [
      'half an emoji in an attachment',
      { mediaUrls: ['https://example.com/\ud83d'] },
    ],
    ['a NUL in the key', { idempotencyKey: 'order\x0017' }],
    ['half an emoji in the key', { idempotencyKey: 'order \udc4b' }],
  ])('never breaks on %s', async (_where, change) => {
    const { data, errors } = await ask(agent, SEND, { ...hello, ...change })
    if (errors) {
      expect(errors[0].extensions?.code).toEqual('BAD_USER_INPUT')
      expect(await db.message.count()).toEqual(0)
    } else {
      expect(data.sendSms.status).toEqual('QUEUED')
    }
  })

  it('says that a contact has opted out', async () => {
    await saveMessage()
    await db.conversation.updateMany({ data: { optedOutAt: new Date() } })
    expect(codeOf(await ask(agent, SEND, hello))).toEqual('OPTED_OUT')
    expect(twilio.calls).toHaveLength(0)
  })
})
