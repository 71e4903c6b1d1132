import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { newNumber, newSid, OURS, saveMessage } from 'test-support/messages'
import { startTwilioServer, type TwilioServer } from 'test-support/twilioServer'

import { db } from 'src/lib/db'

let twilio: TwilioServer
let agent: Credentials

beforeAll(async () => {
  twilio = await startTwilioServer()
})

afterAll(() => twilio.close())

beforeEach(async () => {
  twilio.calls.length = 0
  await emptyDatabase()
  agent = await keyFor('AGENT')
})

const LIST = `query ($first: Int, $after: String) {
  failedMessages(first: $first, after: $after) {
    edges { cursor node { id canRetry } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`

const list = async (variables: object = {}) => {
  const { data, errors } = await ask(agent, LIST, variables)
  expect(errors).toBeUndefined()
  return data.failedMessages
}

const fail = (change: object = {}) =>
  saveMessage({
    contact: newNumber(),
    status: 'UNDELIVERED',
    errorCode: 30003,
    sid: newSid(),
    ...change,
  })

const idsOf = ({ edges }: { edges: { node: { id: string } }[] }) =>
  edges.map(({ node }) => node.id)

describe('the messages that failed', () => {
  it('come page by page, newest first, none twice and none missing, also where times are the same', async () => {
    const failed: string[] = []
    for (let n = 0; n < 7; n += 1) {
      failed.unshift((await fail()).id)
    }
    const createdAt = new Date()
    await db.message.updateMany({
      where: { id: { in: failed.slice(2, 5) } },
      data: { createdAt },
    })
    const all = idsOf(await list())
    expect([...all].sort()).toEqual([...failed].sort())

    const pages: string[][] = []
    let after: string | null = null
    do {
      const page = await list({ first: 3, after })
      expect(page.pageInfo.hasPreviousPage).toEqual(after !== null)
      pages.push(idsOf(page))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
      // What fails while somebody pages is above what was seen.
      await fail()
    } while (after)
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 1])
    expect(pages.flat()).toEqual(all)
  })

  it('are those that nobody has sent again, and no others', async () => {
    const { id } = await fail()
    const hopeless = await fail({ status: 'FAILED', errorCode: 21614 })
    const again = await fail()
    await saveMessage({ retryOfId: again.id, status: 'DELIVERED' })
    for (const status of [
      'PENDING',
      'UNCONFIRMED',
      'SENT',
      'CANCELED',
    ] as const) {
      await saveMessage({ status })
    }
    await saveMessage({ direction: 'INBOUND' })
    const { edges } = await list()
    expect(edges.map(({ node }: { node: object }) => node)).toEqual([
      { id: hopeless.id, canRetry: false },
      { id, canRetry: true },
    ])
  })

  it('are none where none failed', async () => {
    expect(await list()).toEqual({
      edges: [],
      pageInfo: {
        hasNextPage: false,
        hasPreviousPage: false,
        startCursor: null,
        endCursor: null,
      },
    })
  })

  it.each([{ after: 'nonsense' }, { first: 0 }, { first: -1 }])(
    'know their own cursors and sizes: %j',
    async (variables) => {
      expect(codeOf(await ask(agent, LIST, variables))).toEqual(
        'BAD_USER_INPUT'
      )
    }
  )
})

it('all that failed are sent again at a word', async () => {
  await Promise.all([fail(), fail(), fail({ errorCode: 21610 })])
  const { data } = await ask(
    agent,
    'mutation { retryFailedMessages { retried refused } }'
  )
  expect(data.retryFailedMessages).toEqual({ retried: 2, refused: 0 })
  expect(twilio.calls).toHaveLength(2)
  const retries = await db.message.findMany({
    where: { retryOfId: { not: null } },
  })
  expect(retries).toHaveLength(2)
  // Who pressed it is who sent them.
  expect(retries.every(({ apiKeyId }) => apiKeyId)).toEqual(true)
  expect(idsOf(await list())).toHaveLength(1)
})

it('a sender’s forecast is told', async () => {
  await saveMessage({ status: 'QUEUED', numSegments: 5 })
  const { data } = await ask(
    agent,
    `query ($sender: String!) {
      senderForecast(sender: $sender) { sender waitingSegments segmentsPerSecond secondsToDrain queueSegments }
    }`,
    { sender: OURS }
  )
  expect(data.senderForecast).toEqual({
    sender: OURS,
    waitingSegments: 5,
    segmentsPerSecond: 1,
    secondsToDrain: 5,
    queueSegments: 36_000,
  })
})
