import { buildClientSchema, getIntrospectionQuery } from 'graphql'
import { documentOf } from 'test-support/documents'
import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, type Credentials, keyFor, NOBODY } from 'test-support/graphql'
import { logIn } from 'test-support/login'
import { saveUser } from 'test-support/users'

import { createUser } from 'src/lib/access/createUser'
import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'

import { ACTIONS, NOT_AUDITED } from './actions'
import { entriesWritten } from './writeBehind'

const PASSWORD = 'a lantern over the harbour'

const person = async (name: string, role: 'ADMIN' | 'AGENT' | 'VIEWER') => {
  const email = `${name.toLowerCase()}@example.com`
  await createUser({ email, role, name, password: PASSWORD })
  return logIn(email, PASSWORD)
}

let ada: Credentials
let viewer: Credentials
let agent: Credentials

beforeAll(async () => {
  await emptyDatabase()
  ada = await person('Ada', 'ADMIN')
  viewer = await person('Vera', 'VIEWER')
  agent = await person('Alan', 'AGENT')
})

// Passwords take long to hash, so the people stay.
beforeEach(async () => {
  await pool.query('DELETE FROM "AuditEntry"')
  await pool.query('DELETE FROM "Label"')
  await pool.query('DELETE FROM "ApiKey"')
})

/** What the log shows: how each thing ended. */
const entries = async (where: object = {}) => {
  await entriesWritten()
  return db.auditEntry.findMany({
    where: { outcome: { not: null }, action: { not: 'logIn' }, ...where },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
}

it('tells who did what to which thing, from where, and what it was before', async () => {
  const { id } = await saveUser('Bob')
  await ask(
    { ...ada, 'user-agent': 'Lantern/1.0' },
    'mutation ($id: ID!) { changeUser(id: $id, change: { role: ADMIN }) { __typename } }',
    { id }
  )
  const admin = await db.user.findUniqueOrThrow({
    where: { email: 'ada@example.com' },
  })
  const { id: sessionId } = await db.session.findFirstOrThrow({
    where: { userId: admin.id },
  })
  expect(await entries()).toMatchObject([
    {
      group: 'ADMINISTRATION',
      action: 'changeUser',
      outcome: 'DONE',
      code: null,
      actorKind: 'USER',
      actorId: admin.id,
      actorName: 'Ada',
      actorEmail: 'ada@example.com',
      sessionId,
      subjectType: 'User',
      subjectId: id,
      subjectName: 'Bob',
      arguments: [
        { name: 'id', value: id },
        { name: 'role', value: 'ADMIN' },
      ],
      changes: [{ field: 'role', before: 'AGENT', after: 'ADMIN' }],
      address: '127.0.0.1',
      userAgent: 'Lantern/1.0',
    },
  ])
})

it('names what is made, though the document asks for nothing of it', async () => {
  await ask(
    ada,
    'mutation { createLabel(name: "Urgent", color: RED) { __typename } }'
  )
  const [label] = await db.label.findMany()
  expect(await entries()).toMatchObject([
    { action: 'createLabel', subjectId: label.id, subjectName: 'Urgent' },
  ])
})

it('keeps the name of what is no more', async () => {
  const label = await db.label.create({
    data: { name: 'Urgent', key: 'urgent', color: 'RED' },
  })
  await ask(
    ada,
    'mutation ($id: ID!) { deleteLabel(id: $id) { __typename } }',
    { id: label.id }
  )
  expect(await entries()).toMatchObject([
    { action: 'deleteLabel', subjectId: label.id, subjectName: 'Urgent' },
  ])
})

it('names a key as it names a person', async () => {
  const key = await keyFor('AGENT')
  const [{ id, name }] = await db.apiKey.findMany()
  await ask(
    key,
    'mutation { createLabel(name: "Urgent", color: RED) { __typename } }'
  )
  expect(await entries()).toMatchObject([
    {
      actorKind: 'API_KEY',
      actorId: id,
      actorName: name,
      actorEmail: null,
      sessionId: null,
    },
  ])
})

it('has an entry for each mutation of a document, under whatever alias', async () => {
  await ask(
    ada,
    `mutation ($color: LabelColor!) {
      a: createLabel(name: "One", color: $color) { id }
      ...Rest
    }
    fragment Rest on Mutation { b: createLabel(name: "Two", color: BLUE) { id } }`,
    { color: 'RED' }
  )
  expect(await entries()).toMatchObject([
    { subjectName: 'One' },
    { subjectName: 'Two' },
  ])
})

it('tells of what failed by its code, and of what is not there', async () => {
  await ask(ada, 'mutation { revokeApiKey(id: "none") { id } }')
  await ask(ada, 'mutation { createLabel(name: "", color: RED) { id } }')
  expect(await entries()).toMatchObject([
    {
      action: 'revokeApiKey',
      outcome: 'FAILED',
      code: 'NOT_FOUND',
      subjectType: 'ApiKey',
      subjectId: 'none',
    },
    { action: 'createLabel', outcome: 'FAILED', code: 'BAD_USER_INPUT' },
  ])
})

describe('what is refused', () => {
  it.each(['VIEWER', 'AGENT'] as const)(
    'is told of a %s who tries to give a role',
    async (role) => {
      await ask(
        role === 'AGENT' ? agent : viewer,
        'mutation { changeUser(id: "none", change: { role: ADMIN }) { id } }'
      )
      expect(await entries()).toMatchObject([
        {
          action: 'changeUser',
          outcome: 'REFUSED',
          code: 'FORBIDDEN',
          actorName: role === 'AGENT' ? 'Alan' : 'Vera',
          subjectType: 'User',
          subjectId: 'none',
        },
      ])
      // Nothing was going to be changed: it is one entry, not an attempt and its end.
      expect(
        await db.auditEntry.count({ where: { action: 'changeUser' } })
      ).toBe(1)
    }
  )

  it('is told of questions, too', async () => {
    await ask(agent, '{ userAccounts { id } apiKeys { id } }')
    expect(await entries()).toMatchObject([
      { action: 'read userAccounts', outcome: 'REFUSED', actorName: 'Alan' },
      { action: 'read apiKeys', outcome: 'REFUSED', actorName: 'Alan' },
    ])
  })

  it('fills no log, however often it is tried', async () => {
    const key = await keyFor('VIEWER')
    const tries = Array.from({ length: 70 }, () =>
      ask(key, 'mutation { revokeApiKey(id: "none") { id } }')
    )
    await Promise.all(tries)
    expect(await entries()).toHaveLength(60)
  })

  it('is not told of who is nobody', async () => {
    await ask(NOBODY, 'mutation { revokeApiKey(id: "none") { id } }')
    await ask(
      NOBODY,
      'mutation { acceptInvitation(token: "none", password: "none") }'
    )
    expect(await entries()).toEqual([])
  })
})

it('an invitation is accepted by whom it was made for', async () => {
  const { data } = await ask(
    ada,
    'mutation { inviteUser(input: { email: "Cleo@example.com", role: AGENT }) { link account { id } } }'
  )
  const token = data.inviteUser.link.split('#')[1]
  await ask(
    NOBODY,
    'mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) }',
    { token, password: PASSWORD }
  )
  const { id } = data.inviteUser.account
  expect(await entries()).toMatchObject([
    { action: 'inviteUser', actorName: 'Ada', subjectId: id },
    {
      action: 'acceptInvitation',
      group: 'ACCESS',
      outcome: 'DONE',
      actorId: id,
      actorEmail: 'cleo@example.com',
      subjectId: id,
      arguments: [],
    },
  ])
})

/** A conversation with somebody new. */
const saveConversation = async (address: string) => {
  const contact = await db.contact.create({ data: { address } })
  return db.conversation.create({
    data: {
      contactId: contact.id,
      channel: 'SMS',
      senderAddress: '+15005550001',
    },
  })
}

describe('keeps no text, no password, no key and no secret', () => {
  const SECRET = 'Xyzzy4711'
  const NUMBER = '+15005550199'

  it.each([
    'addNote(conversationId: $id, body: $s, idempotencyKey: $s) { id }',
    'renameContact(id: $contact, name: $s) { id }',
    'updateContactNotes(id: $contact, notes: $s) { id }',
    'createCannedReply(shortcut: "hello", text: $s) { id }',
    'changePassword(current: $s, next: $s)',
    'setConsent(conversationId: $id, allowed: false, note: $s) { id }',
    `createWebhookEndpoint(input: { url: "https://example.com/${SECRET}", events: ["message.received"] }) { secret }`,
    'saveCallSettings(answer: SAY, text: $s, language: "en-US", maxSeconds: 60) { id }',
    'createApiKey(input: { name: "program", role: VIEWER }) { key }',
    'sendConversationMessage(conversationId: $id, body: $s) { id }',
    `sendSms(to: "${NUMBER}", body: $s, idempotencyKey: $s) { id }`,
    `createTwilioConversation(friendlyName: $s, participants: [{ address: "${NUMBER}" }]) { id }`,
  ])('%s', async (field) => {
    const known = await db.contact.findUnique({ where: { address: NUMBER } })
    const { id, contactId } = known
      ? await db.conversation.findFirstOrThrow({
          where: { contactId: known.id },
        })
      : await saveConversation(NUMBER)
    const used = Object.entries({
      id: '$id: ID!',
      contact: '$contact: ID!',
      s: '$s: String!',
    }).filter(([name]) => new RegExp(`\\$${name}\\b`).test(field))
    const declared = used.map(([, type]) => type).join(', ')
    await ask(ada, `mutation ${declared && `(${declared})`} { ${field} }`, {
      id,
      contact: contactId,
      s: SECRET,
    })
    await entriesWritten()
    const { rows } = await pool.query<{ all: string }>(
      'SELECT e::text AS all FROM "AuditEntry" e'
    )
    expect(rows.length).toBeGreaterThan(0)
    const text = rows.map(({ all }) => all).join('\n')
    expect(text.toLowerCase()).not.toContain(SECRET.toLowerCase())
    expect(text).not.toContain(NUMBER.slice(1))
    expect(text).not.toMatch(/hg_|whsec_/)
  })
})

it('tells how consent stood before', async () => {
  const { id } = await saveConversation('+15005550188')
  await ask(
    ada,
    'mutation ($id: ID!) { setConsent(conversationId: $id, allowed: false) { id } }',
    { id }
  )
  expect(await entries()).toMatchObject([
    {
      action: 'setConsent',
      subjectType: 'Conversation',
      subjectId: id,
      subjectName: null,
      arguments: [
        { name: 'conversationId', value: id },
        { name: 'allowed', value: 'false' },
      ],
      changes: [
        { field: 'optedOutAt', before: null, after: expect.any(String) },
      ],
    },
  ])
})

it('what can not be written down is not done', async () => {
  const refuse = await pool.connect()
  try {
    await refuse.query('ALTER TABLE "AuditEntry" RENAME TO "AuditElsewhere"')
    const { errors } = await ask(
      ada,
      'mutation { createLabel(name: "Urgent", color: RED) { id } }'
    )
    expect(errors).toHaveLength(1)
  } finally {
    await refuse.query('ALTER TABLE "AuditElsewhere" RENAME TO "AuditEntry"')
    refuse.release()
  }
  expect(await db.label.count()).toBe(0)
})

describe('nothing is forgotten', () => {
  it('no exception is of a mutation that is no more', async () => {
    const { data } = await ask(
      ada,
      '{ __schema { mutationType { fields { name } } } }'
    )
    const names: string[] = data.__schema.mutationType.fields.map(
      ({ name }: { name: string }) => name
    )
    expect(names).toEqual(
      expect.arrayContaining([
        ...Object.keys(ACTIONS),
        ...Object.keys(NOT_AUDITED),
      ])
    )
  })

  it('every mutation of the schema leaves an entry, or is an exception with a reason', async () => {
    const { data } = await ask(ada, getIntrospectionQuery())
    const mutation = buildClientSchema(data).getMutationType()
    const fields = Object.values(mutation?.getFields() ?? {})
    const silent: string[] = []
    // The link is nobody's: its attempt is counted by the metrics.
    const nobodys = ['acceptInvitation']
    for (const field of fields.filter(({ name }) => !nobodys.includes(name))) {
      await ask(ada, documentOf('mutation', field))
      await entriesWritten()
      const found = await db.auditEntry.count({
        where: { action: field.name, outcome: { not: null } },
      })
      if (found === 0) {
        silent.push(field.name)
      }
      // It has ended all of them.
      if (field.name === 'logOutEverywhere') {
        ada = await logIn('ada@example.com', PASSWORD)
      }
    }
    expect(silent.sort()).toEqual(Object.keys(NOT_AUDITED).sort())
  })
})
