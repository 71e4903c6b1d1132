import { emptyDatabase } from 'test-support/emptyDatabase'
import { firstOf } from 'test-support/firstOf'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { NOWHERE, STRANGE } from 'test-support/ids'
import { CUSTOMER, newNumber, OURS, saveMessage } from 'test-support/messages'

import { createUser } from 'src/lib/access/createUser'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'

let agent: Credentials

beforeEach(async () => {
  await emptyDatabase()
  agent = await keyFor('AGENT')
})

describe('conversation', () => {
  const CONVERSATION = `query ($id: ID!) {
    conversation(id: $id) {
      id contact { id address name createdAt conversations { id } } channel senderAddress status unreadCount
      lastMessageAt lastMessage { id body } assignee { id email name role } messageCount createdAt
    }
  }`

  it('has the shape of the contract', async () => {
    const message = await saveMessage({
      direction: 'INBOUND',
      body: 'Is it ready?',
    })
    await createUser({ email: 'maya@example.com', role: 'AGENT', name: 'Maya' })
    const maya = await db.user.findFirstOrThrow()
    await db.conversation.updateMany({ data: { assigneeId: maya.id } })
    const { data, errors } = await ask(agent, CONVERSATION, {
      id: message.conversationId,
    })
    expect(errors).toBeUndefined()
    expect(data.conversation).toEqual({
      id: message.conversationId,
      contact: {
        id: expect.any(String),
        address: CUSTOMER,
        name: null,
        createdAt: expect.stringMatching(/Z$/),
        conversations: [{ id: message.conversationId }],
      },
      channel: 'SMS',
      senderAddress: OURS,
      status: 'OPEN',
      unreadCount: 1,
      lastMessageAt: message.createdAt.toISOString(),
      lastMessage: { id: message.id, body: 'Is it ready?' },
      assignee: {
        id: maya.id,
        email: 'maya@example.com',
        name: 'Maya',
        role: 'AGENT',
      },
      messageCount: 1,
      createdAt: expect.stringMatching(/Z$/),
    })
  })

  it.each(STRANGE)('is null where there is none: "%.40s"', async (id) => {
    expect(await ask(agent, CONVERSATION, { id })).toEqual({
      data: { conversation: null },
    })
  })
})

describe('conversations', () => {
  const LIST = `query ($filter: ConversationFilter, $first: Int, $after: String) {
    conversations(filter: $filter, first: $first, after: $after) {
      edges { cursor node { id contact { address name } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`

  const list = async (variables: object = {}) => {
    const { data, errors } = await ask(agent, LIST, variables)
    expect(errors).toBeUndefined()
    return data.conversations
  }

  const addresses = async (filter: object) => {
    const { edges } = await list({ filter })
    return edges.map(
      ({ node }: { node: { contact: { address: string } } }) =>
        node.contact.address
    )
  }

  it('come page by page, newest first, none twice and none missing, also at one and the same time', async () => {
    const ids = []
    for (let n = 0; n < 7; n += 1) {
      ids.push((await saveMessage({ contact: newNumber() })).conversationId)
    }
    const [, , , fourth] = await db.conversation.findMany({
      orderBy: { lastMessageAt: 'asc' },
    })
    await db.conversation.updateMany({
      where: { id: { in: ids.slice(2, 6) } },
      data: { lastMessageAt: fourth.lastMessageAt },
    })
    const seen: string[] = []
    let after: string | null = null
    let pages = 0
    do {
      const { edges, pageInfo } = await list({ first: 2, after })
      expect(pageInfo.hasPreviousPage).toEqual(after !== null)
      expect(pageInfo.startCursor).toEqual(edges[0].cursor)
      expect(pageInfo.endCursor).toEqual(edges[edges.length - 1].cursor)
      expect(pageInfo.hasNextPage).toEqual(pages < 3)
      seen.push(...edges.map(({ node }: { node: { id: string } }) => node.id))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
      pages += 1
    } while (after)
    expect(pages).toEqual(4)
    const inOrder = await db.conversation.findMany({
      orderBy: [{ lastMessageAt: 'desc' }, { id: 'desc' }],
    })
    expect(seen).toEqual(inOrder.map(({ id }) => id))
  })

  it('don’t slip while new ones come in between two pages', async () => {
    for (let n = 0; n < 4; n += 1) {
      await saveMessage({ contact: newNumber() })
    }
    const first = await list({ first: 2 })
    await saveMessage({ contact: newNumber() })
    const second = await list({ first: 2, after: first.pageInfo.endCursor })
    const ids = [...first.edges, ...second.edges].map(({ node }) => node.id)
    expect(new Set(ids).size).toEqual(4)
  })

  interface Node {
    id: string
    labels: { name: string }[]
    lastMessage: { media: object[] } | null
  }

  it('say of each what it says by itself', async () => {
    const { conversationId: id } = await saveMessage({
      contact: newNumber(),
      media: [
        { url: 'https://example.com/1', contentType: 'image/png' },
        { url: 'https://example.com/2', contentType: 'image/gif' },
      ],
    })
    await saveMessage({ contact: newNumber(), body: 'Without all that' })
    const { conversationId: silent } = await saveMessage({
      contact: newNumber(),
    })
    await db.conversation.update({
      where: { id: silent },
      data: { lastMessageId: null },
    })
    for (const name of ['vip', 'asks']) {
      const label = await db.label.create({
        data: { name, key: name, color: 'RED' },
      })
      await db.conversationLabel.create({
        data: { conversationId: id, labelId: label.id },
      })
    }
    const FIELDS = `id contact { id address name } labels { id name }
      lastMessage { id body media { id contentType } }`
    const { data } = await ask(
      agent,
      `{ conversations { edges { node { ${FIELDS} } } } }`
    )
    const nodes: Node[] = data.conversations.edges.map(
      ({ node }: { node: Node }) => node
    )
    expect(nodes).toHaveLength(3)
    for (const node of nodes) {
      const alone = await ask(
        agent,
        `query ($id: ID!) { conversation(id: $id) { ${FIELDS} } }`,
        { id: node.id }
      )
      expect(alone.data.conversation).toEqual(node)
    }
    const rich = nodes.find((node) => node.id === id)
    expect(rich?.labels.map(({ name }) => name)).toEqual(['asks', 'vip'])
    expect(rich?.lastMessage?.media).toHaveLength(2)
    expect(nodes.find((node) => node.id === silent)?.lastMessage).toBeNull()
  })

  it('are none where there are none', async () => {
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

  it('can be narrowed', async () => {
    const [open, archived, whatsapp] = [newNumber(), newNumber(), newNumber()]
    await saveMessage({ contact: open, direction: 'INBOUND' })
    await saveMessage({
      contact: archived,
      conversation: { status: 'ARCHIVED' },
    })
    await saveMessage({ contact: whatsapp, channel: 'WHATSAPP' })
    await db.contact.update({
      where: { address: archived },
      data: { name: 'Maya 100% Okafor' },
    })
    const { id } = await db.contact.findUniqueOrThrow({
      where: { address: whatsapp },
    })

    expect(await addresses({ status: 'ARCHIVED' })).toEqual([archived])
    expect(await addresses({ status: 'OPEN' })).toEqual([whatsapp, open])
    expect(await addresses({ unread: true })).toEqual([open])
    expect(await addresses({ unread: false })).toEqual([whatsapp, archived])
    expect(await addresses({ channel: 'WHATSAPP' })).toEqual([whatsapp])
    expect(await addresses({ contactId: id })).toEqual([whatsapp])
    expect(await addresses({ contactId: 'none' })).toEqual([])
    expect(await addresses({ search: ' okaFOR ' })).toEqual([archived])
    expect(await addresses({ search: open.slice(-6) })).toEqual([open])
    expect(
      await addresses({ search: `${open.slice(0, 5)} ${open.slice(5)}` })
    ).toEqual([open])
    expect(await addresses({ search: 'nobody' })).toEqual([])
    expect(await addresses({ search: '' })).toHaveLength(3)
    expect(await addresses({ search: '100%' })).toEqual([archived])
    expect(await addresses({ search: '_' })).toEqual([])
    expect(await addresses({ search: '\0' })).toHaveLength(3)
  })

  it.each([
    'nonsense',
    '',
    '\0',
    Buffer.from('2026-01-01T00:00:00.000Z|').toString('base64url'),
    Buffer.from('2026-01-01T00:00:00.000Z|none').toString('base64url'),
    Buffer.from(`tomorrow|${NOWHERE}`).toString('base64url'),
    Buffer.from(`+275760-09-13T00:00:00.000Z|${NOWHERE}`).toString('base64url'),
    Buffer.from(`-271821-04-20T00:00:00.000Z|${NOWHERE}`).toString('base64url'),
  ])('know their own cursors only: "%s"', async (after) => {
    const answer = await ask(agent, LIST, { after })
    // An empty cursor is none.
    expect(after === '' ? answer.errors : codeOf(answer)).toEqual(
      after === '' ? undefined : 'BAD_USER_INPUT'
    )
  })

  it('have pages of 1 to 100', async () => {
    expect(codeOf(await ask(agent, LIST, { first: 0 }))).toEqual(
      'BAD_USER_INPUT'
    )
    expect(codeOf(await ask(agent, LIST, { first: -1 }))).toEqual(
      'BAD_USER_INPUT'
    )
    expect(
      (await ask(agent, LIST, { first: 2_147_483_647 })).errors
    ).toBeUndefined()
  })
})

describe.each([
  ['markConversationRead', { unreadCount: 2 }, { unreadCount: 0 }],
  ['markConversationUnread', { unreadCount: 0 }, { unreadCount: 1 }],
  ['archiveConversation', { status: 'OPEN' }, { status: 'ARCHIVED' }],
  ['reopenConversation', { status: 'ARCHIVED' }, { status: 'OPEN' }],
] as const)('%s', (mutation, before, after) => {
  const MUTATION = `mutation ($id: ID!) { ${mutation}(id: $id) { id status unreadCount } }`

  it('does so, and tells every screen, once', async () => {
    const { conversationId } = await saveMessage({
      direction: 'INBOUND',
      conversation: before,
    })
    const events = firstOf(2, listen(['conversationChanged', 'messageAdded']))
    for (let n = 0; n < 2; n += 1) {
      const { data, errors } = await ask(agent, MUTATION, {
        id: conversationId,
      })
      expect(errors).toBeUndefined()
      expect(data[mutation]).toMatchObject({ id: conversationId, ...after })
    }
    const other = await saveMessage({
      direction: 'INBOUND',
      contact: newNumber(),
      conversation: before,
    })
    await ask(agent, MUTATION, { id: other.conversationId })
    expect(await events).toEqual([
      { kind: 'conversationChanged', conversationId, isNew: false },
      {
        kind: 'conversationChanged',
        conversationId: other.conversationId,
        isNew: false,
      },
    ])
  })

  it.each(STRANGE)('finds nothing to do so with: "%.40s"', async (id) => {
    expect(codeOf(await ask(agent, MUTATION, { id }))).toEqual('NOT_FOUND')
  })
})

describe('renameContact', () => {
  const RENAME = `mutation ($id: ID!, $name: String!) { renameContact(id: $id, name: $name) { id name } }`
  const contact = async () => {
    await saveMessage()
    return db.contact.findFirstOrThrow()
  }

  it.each([
    ['  Maya Okafor 👋 ', 'Maya Okafor 👋'],
    ['', null],
    ['   ', null],
    ['May\0a', 'Maya'],
    ['a'.repeat(500), 'a'.repeat(500)],
  ])('"%.20s" is %.20s', async (name, kept) => {
    const { id } = await contact()
    const { data } = await ask(agent, RENAME, { id, name })
    expect(data.renameContact).toEqual({ id, name: kept })
  })

  it('refuses what is no name', async () => {
    const { id } = await contact()
    expect(
      codeOf(await ask(agent, RENAME, { id, name: 'a'.repeat(501) }))
    ).toEqual('BAD_USER_INPUT')
  })

  it('tells the screens of all the contact’s conversations', async () => {
    const { id } = await contact()
    await saveMessage({ channel: 'WHATSAPP' })
    const events = firstOf(2, listen(['conversationChanged']))
    await ask(agent, RENAME, { id, name: 'Maya' })
    const told = (await events).map(({ conversationId }) => conversationId)
    const all = await db.conversation.findMany()
    expect(told.sort()).toEqual(all.map((each) => each.id).sort())
  })

  it.each(STRANGE)('finds nobody: "%.40s"', async (id) => {
    expect(codeOf(await ask(agent, RENAME, { id, name: 'Maya' }))).toEqual(
      'NOT_FOUND'
    )
  })
})

it('inboxCounts counts open conversations that are unread', async () => {
  await saveMessage({ contact: newNumber(), direction: 'INBOUND' })
  await saveMessage({ contact: newNumber(), direction: 'INBOUND' })
  await saveMessage({ contact: newNumber() })
  await saveMessage({
    contact: newNumber(),
    conversation: { status: 'ARCHIVED', unreadCount: 3 },
  })
  const { data } = await ask(agent, '{ inboxCounts { unread } }')
  expect(data.inboxCounts).toEqual({ unread: 2 })
})

describe('the failed in inboxCounts', () => {
  const failed = async () => {
    const { data } = await ask(agent, '{ inboxCounts { failed } }')
    return data.inboxCounts.failed
  }

  it('are those that failed for good and were not sent again', async () => {
    expect(await failed()).toBe(0)
    await saveMessage({ status: 'SENT' })
    await saveMessage({ status: 'CANCELED' })
    await saveMessage({ status: 'UNDELIVERED' })
    const { id: retryOfId } = await saveMessage({ status: 'FAILED' })
    expect(await failed()).toBe(2)
    const { id } = await saveMessage({ retryOfId, status: 'SENT' })
    expect(await failed()).toBe(1)
    await db.message.update({ where: { id }, data: { status: 'FAILED' } })
    expect(await failed()).toBe(2)
  })

  it('are not counted past a hundred', async () => {
    const { conversationId } = await saveMessage()
    await db.message.createMany({
      data: Array.from({ length: 120 }, () => ({
        conversationId,
        direction: 'OUTBOUND' as const,
        channel: 'SMS' as const,
        from: OURS,
        to: CUSTOMER,
        status: 'FAILED' as const,
      })),
    })
    expect(await failed()).toBe(100)
  })
})

describe('senders', () => {
  const senders = async () => (await ask(agent, '{ senders }')).data.senders

  it('are what the configuration names, where there is no channel', async () => {
    expect(await senders()).toEqual([config.twilio.phoneNumber])
  })

  it('are the channels that can send, the default one first', async () => {
    await db.channel.createMany({
      data: [
        { address: '720123', name: 'Codes', kinds: ['SMS'] },
        { address: '+15005550008', name: 'Calls', kinds: ['VOICE'] },
        { address: '+15005550009', name: 'Chat', kinds: ['WHATSAPP'] },
        {
          address: '+15005550007',
          name: 'Shop',
          kinds: ['SMS', 'VOICE'],
          isDefault: true,
        },
      ],
    })
    expect(await senders()).toEqual(['+15005550007', '+15005550009', '720123'])
  })
})

it('a conversation in which the contact never wrote has nothing to be unread', async () => {
  const { conversationId: id } = await saveMessage({ direction: 'OUTBOUND' })
  const { data } = await ask(
    agent,
    `mutation ($id: ID!) { markConversationUnread(id: $id) { unreadCount firstUnread { id } } }`,
    { id }
  )
  expect(data.markConversationUnread).toEqual({
    unreadCount: 0,
    firstUnread: null,
  })
})
