import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationTypeNode,
} from 'graphql'
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

import { createApiKey } from 'src/lib/access/apiKeys'
import { db } from 'src/lib/db'
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
  'subscription newMessage': 'reader',
  'subscription messageStatusChanged': 'reader',
  'subscription inboxChanged': 'reader',
}

const HOLDERS: Record<Right, string[]> = {
  anybody: ['nobody', 'revoked', 'VIEWER', 'AGENT', 'ADMIN'],
  reader: ['VIEWER', 'AGENT', 'ADMIN'],
  writer: ['AGENT', 'ADMIN'],
  administrator: ['ADMIN'],
}

/** Something of the right type, which exists nowhere. */
const literal = (type: GraphQLInputType): string => {
  if (isNonNullType(type)) {
    return literal(type.ofType)
  }
  if (isListType(type)) {
    return '[]'
  }
  if (isEnumType(type)) {
    return type.getValues()[0].name
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) =>
      isNonNullType(field.type)
    )
    return `{ ${fields.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`
  }
  switch (getNamedType(type).name) {
    case 'Int':
    case 'Float':
      return '1'
    case 'Boolean':
      return 'true'
    case 'DateTime':
      return '"2026-01-01T00:00:00Z"'
    default:
      return '"none"'
  }
}

const documentOf = (kind: string, field: GraphQLField<unknown, unknown>) => {
  const args = field.args
    .filter((arg) => isNonNullType(arg.type))
    .map((arg) => `${arg.name}: ${literal(arg.type)}`)
  const selection = isCompositeType(getNamedType(field.type))
    ? '{ __typename }'
    : ''
  return `${kind} { ${field.name}${args.length ? `(${args.join(', ')})` : ''} ${selection} }`
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
      const conversationId = 'none'
      publish(
        { kind: 'messageAdded', messageId: 'none', conversationId },
        { kind: 'messageStatusChanged', messageId: 'none', conversationId },
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
      expect(await denial(operation, who)).toEqual(expected)
    })
  })
})
