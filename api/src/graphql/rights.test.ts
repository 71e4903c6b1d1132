import fs from 'node:fs'
import path from 'node:path'

import fastify, { type FastifyInstance } from 'fastify'
import {
  buildClientSchema,
  getIntrospectionQuery,
  type OperationTypeNode,
} from 'graphql'
import { documentOf } from 'test-support/documents'
import { emptyDatabase } from 'test-support/emptyDatabase'
import {
  ask,
  type Credentials,
  type GraphQLAnswer,
  keyFor,
  NOBODY,
  open,
  withKey,
} from 'test-support/graphql'

import { LAMBDA_FUNCTIONS } from '@redwoodjs/api-server/dist/plugins/lambdaLoader'
import { getPaths } from '@redwoodjs/project-config'

import { handler as health } from 'src/functions/health/health'
import { handler as metrics } from 'src/functions/metrics/metrics'
import { handler as twilioCallback } from 'src/functions/twilioCallback/twilioCallback'
import { handler as twilioConversations } from 'src/functions/twilioConversations/twilioConversations'
import { handler as twilioMessage } from 'src/functions/twilioMessage/twilioMessage'
import { handler as twilioVoice } from 'src/functions/twilioVoice/twilioVoice'
import { createApiKey } from 'src/lib/access/apiKeys'
import { db } from 'src/lib/db'
import { ROUTES as PLUGINS } from 'src/lib/http/routes'
import { publish } from 'src/lib/live/publish'

type Right = 'anybody' | 'reader' | 'writer' | 'administrator'

/** Who may do what. An operation that is not here fails the test: nothing is opened by forgetting it. */
const RIGHTS: Record<string, Right> = {
  'query redwood': 'reader',
  'query message': 'reader',
  'query messageStatus': 'reader',
  'query messages': 'reader',
  'query conversation': 'reader',
  'query conversations': 'reader',
  'query inboxCounts': 'reader',
  'query senders': 'reader',
  'query labels': 'reader',
  'query users': 'reader',
  'query me': 'reader',
  'query failedMessages': 'reader',
  'query senderForecast': 'reader',
  'query cannedReplies': 'reader',
  'query analytics': 'reader',
  'query channels': 'reader',
  'query auditEntries': 'administrator',
  'query webhookHealth': 'administrator',
  'query setup': 'administrator',
  'query selfTest': 'administrator',
  'query webhookEndpoints': 'administrator',
  'query webhookDeliveries': 'administrator',
  'query callSettings': 'administrator',
  'query spokenLanguages': 'administrator',
  'query presence': 'reader',
  'query presences': 'reader',
  'mutation setPresence': 'reader',
  'query apiKeys': 'administrator',
  'query userAccounts': 'administrator',
  'mutation changePassword': 'reader',
  'mutation logOutEverywhere': 'reader',
  'mutation createApiKey': 'administrator',
  'mutation revokeApiKey': 'administrator',
  'mutation inviteUser': 'administrator',
  'mutation renewInvitation': 'administrator',
  'mutation changeUser': 'administrator',
  'mutation acceptInvitation': 'anybody',
  'mutation updateMe': 'reader',
  'mutation updateSettings': 'reader',
  'mutation sendSms': 'writer',
  'mutation sendConversationMessage': 'writer',
  'mutation createTwilioConversation': 'writer',
  'mutation retryMessage': 'writer',
  'mutation cancelMessage': 'writer',
  'mutation retryFailedMessages': 'writer',
  'mutation markConversationRead': 'writer',
  'mutation markConversationUnread': 'writer',
  'mutation archiveConversation': 'writer',
  'mutation reopenConversation': 'writer',
  'mutation assignConversation': 'writer',
  'mutation snoozeConversation': 'writer',
  'mutation addNote': 'writer',
  'mutation createLabel': 'writer',
  'mutation updateLabel': 'writer',
  'mutation deleteLabel': 'writer',
  'mutation labelConversation': 'writer',
  'mutation unlabelConversation': 'writer',
  'mutation labelContact': 'writer',
  'mutation unlabelContact': 'writer',
  'mutation renameContact': 'writer',
  'mutation updateContactNotes': 'writer',
  'mutation createCannedReply': 'writer',
  'mutation updateCannedReply': 'writer',
  'mutation deleteCannedReply': 'writer',
  'mutation createChannel': 'administrator',
  'mutation updateChannel': 'administrator',
  'mutation deleteChannel': 'administrator',
  'mutation createAutoReplyRule': 'administrator',
  'mutation updateAutoReplyRule': 'administrator',
  'mutation deleteAutoReplyRule': 'administrator',
  'mutation orderAutoReplyRules': 'administrator',
  'mutation setConsent': 'writer',
  'mutation fetchMediaAgain': 'writer',
  'mutation saveCallSettings': 'administrator',
  'mutation deleteCallSettings': 'administrator',
  'mutation startSelfTest': 'administrator',
  'mutation createWebhookEndpoint': 'administrator',
  'mutation updateWebhookEndpoint': 'administrator',
  'mutation deleteWebhookEndpoint': 'administrator',
  'mutation rotateWebhookSecret': 'administrator',
  'mutation sendTestWebhook': 'administrator',
  'mutation replayWebhookDelivery': 'administrator',
  'mutation replayFailedWebhookDeliveries': 'administrator',
  'query retentions': 'administrator',
  'query retentionReach': 'administrator',
  'mutation setRetention': 'administrator',
  'mutation deleteRetention': 'administrator',
  'mutation eraseContact': 'administrator',
  'subscription newMessage': 'reader',
  'subscription messageStatusChanged': 'reader',
  'subscription inboxChanged': 'reader',
}

/** What is no GraphQL. `token` is for none of these: it takes METRICS_TOKEN, or a link that is signed. */
const ROUTES: Record<string, Right | 'token'> = {
  'GET /media/01909090-0000-7000-8000-000000000000': 'reader',
  'GET /media/01909090-0000-7000-8000-000000000000?expires=9&signature=x':
    'token',
  'POST /media': 'writer',
  'GET /analytics.csv?from=2026-03-01&to=2026-03-02&timeZone=UTC': 'reader',
  'GET /consent.csv': 'administrator',
  'GET /audit.csv': 'administrator',
  'GET /contacts/01909090-0000-7000-8000-000000000000.zip': 'administrator',
  'GET /health': 'anybody',
  'GET /metrics': 'token',
  // Twilio's signature is asked for, whoever else one is.
  'POST /twilioCallback': 'token',
  'POST /twilioMessage': 'token',
  'POST /twilioVoice': 'token',
  'POST /twilioConversations': 'token',
}

/** Nothing has it. One that is no UUID can't be read at all, and who listens would have to ask for what was missed. */
const NO_ID = '01909090-0000-7000-8000-000000000000'

/** Logs in and out, of which the tests of it tell; and what is in the schema, each operation by itself. */
const ASKED_ELSEWHERE = ['auth', 'graphql']

/** Without what follows the path, and with names for its parts. */
const patternOf = (route: string) =>
  route.replace(/\?.*/, '').replace(/[0-9a-f-]{36}/, ':id')

/** The names of all functions: each file with a handler is a route of Redwood's. */
const functionNames = () =>
  fs
    .readdirSync(getPaths().api.functions, { recursive: true })
    .map(String)
    .filter(
      (file) => /\.ts$/.test(file) && !/\.(test|scenarios)\.ts$/.test(file)
    )
    .map((file) => path.parse(file).name)

const WEBHOOKS = {
  twilioCallback,
  twilioMessage,
  twilioVoice,
  twilioConversations,
}

const HOLDERS: Record<Right, string[]> = {
  anybody: ['nobody', 'revoked', 'VIEWER', 'AGENT', 'ADMIN'],
  reader: ['VIEWER', 'AGENT', 'ADMIN'],
  writer: ['AGENT', 'ADMIN'],
  administrator: ['ADMIN'],
}

const readOperations = async () => {
  const { data } = await ask(NOBODY, getIntrospectionQuery())
  const schema = buildClientSchema(data)
  return (['query', 'mutation', 'subscription'] as OperationTypeNode[]).flatMap(
    (kind) =>
      Object.values(schema.getRootType(kind)?.getFields() ?? {}).map(
        (field) => ({
          name: `${kind} ${field.name}`,
          kind,
          document: documentOf(kind, field),
        })
      )
  )
}

const credentials: Record<string, Credentials> = { nobody: NOBODY }

/** What was found, for the report that the test run prints. */
const matrix = new Map<string, string[]>()

const note = (name: string, denial: string | null) =>
  matrix.set(name, [...(matrix.get(name) ?? []), denial ? 'no' : 'yes'])

const REPORT = path.join(getPaths().base, 'test-results', 'reports')

const writeMatrix = () => {
  const names = [...matrix.keys()]
  const width = Math.max(...names.map((name) => name.length))
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(width), ...cells.map((cell) => cell.padEnd(7))].join('  ')
  const lines = [
    line('may', HOLDERS.anybody),
    ...names.map((name) => line(name, matrix.get(name) ?? [])),
  ]
  fs.mkdirSync(REPORT, { recursive: true })
  fs.writeFileSync(
    path.join(REPORT, 'denial-matrix.txt'),
    `${lines.map((each) => each.trimEnd()).join('\n')}\n`
  )
}
let operations: Awaited<ReturnType<typeof readOperations>>

describe('the rights', () => {
  beforeAll(async () => {
    await emptyDatabase()
    const revoked = await createApiKey('revoked', 'ADMIN')
    await db.apiKey.updateMany({ data: { revokedAt: new Date() } })
    credentials.revoked = withKey(revoked)
    for (const role of ['VIEWER', 'AGENT', 'ADMIN'] as const) {
      credentials[role] = await keyFor(role)
    }
    operations = await readOperations()
  })

  // Before Redwood's own afterAll, which takes the database away.
  afterAll(emptyDatabase)

  // Of all of it: of a part that was chosen there would be gaps.
  afterAll(() => {
    if (matrix.size === Object.keys({ ...RIGHTS, ...ROUTES }).length) {
      writeMatrix()
    }
  })

  it('are decided for every operation of the schema, and for no other', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(
      Object.keys(RIGHTS).sort()
    )
  })

  const DENIED = ['UNAUTHENTICATED', 'FORBIDDEN']

  const deniedBy = (errors: NonNullable<GraphQLAnswer['errors']>) =>
    errors
      .map(({ extensions }) => extensions?.code ?? 'none')
      .find((code) => DENIED.includes(code)) ?? null

  /** Null where it was allowed, whatever came of it then. */
  const denial = async (
    { kind, document }: (typeof operations)[number],
    who: string
  ) => {
    if (kind === 'subscription') {
      const stream = await open(credentials[who], document)
      // A denied stream has said so by now; an allowed one hears of something that is not there.
      const messageId = NO_ID
      const conversationId = NO_ID
      publish(
        { kind: 'messageAdded', messageId, conversationId },
        { kind: 'messageStatusChanged', messageId, conversationId },
        { kind: 'conversationChanged', conversationId, isNew: false }
      )
      const { errors = [] } = await stream.next()
      await stream.close()
      return deniedBy(errors)
    }
    const { errors = [] } = await ask(credentials[who], document)
    return deniedBy(errors)
  }

  describe.each(Object.entries(RIGHTS))('%s is for a %s', (name, right) => {
    it.each(HOLDERS.anybody)('%s', async (who) => {
      const operation = operations.find((each) => each.name === name)
      if (!operation) {
        throw new Error(`There is no ${name}`)
      }
      const expected = HOLDERS[right].includes(who)
        ? null
        : ['nobody', 'revoked'].includes(who)
          ? 'UNAUTHENTICATED'
          : 'FORBIDDEN'
      const found = await denial(operation, who)
      note(name, found)
      expect(found).toEqual(expected)
    })
  })

  describe('beside GraphQL', () => {
    let server: FastifyInstance
    let origin: string
    const registered: string[] = []

    beforeAll(async () => {
      Object.assign(LAMBDA_FUNCTIONS, WEBHOOKS)
      server = fastify()
      server.addHook('onRoute', ({ method, url }) => {
        registered.push(...[method].flat().map((one) => `${one} ${url}`))
      })
      PLUGINS.forEach((routes) => server.register(routes))
      const functions = { '/health': health, '/metrics': metrics }
      for (const [url, handler] of Object.entries(functions)) {
        server.get(url, async ({ headers }, reply) => {
          const event = { httpMethod: 'GET', headers, path: url }
          const { statusCode } = await handler(event as never)
          return reply.code(statusCode).send()
        })
      }
      origin = await server.listen({ port: 0, host: '127.0.0.1' })
    })

    afterAll(() => server.close())

    it('are decided for every route, and for no other', () => {
      const decided = new Set(Object.keys(ROUTES).map(patternOf))
      const there = registered.filter((route) => !route.startsWith('HEAD '))
      expect([...decided].sort()).toEqual([...new Set(there)].sort())
    })

    it('are decided for every function', () => {
      const decided = Object.keys(ROUTES).map(
        (route) => route.split(/[ /?]+/)[1]
      )
      expect([...new Set([...decided, ...ASKED_ELSEWHERE])]).toEqual(
        expect.arrayContaining(functionNames())
      )
    })

    describe.each(Object.entries(ROUTES))('%s', (name, right) => {
      it.each(HOLDERS.anybody)('%s', async (who) => {
        const [method, path] = name.split(' ')
        const { status } = await fetch(origin + path, {
          method,
          headers: credentials[who],
        })
        const isDenied = status === 401 || status === 403
        note(name, isDenied ? String(status) : null)
        expect([name, who, isDenied]).toEqual([
          name,
          who,
          right === 'token' || !HOLDERS[right].includes(who),
        ])
      })
    })
  })
})
