import type { AuditEntryFields } from 'types/graphql'

type Own = Partial<Omit<AuditEntryFields, 'actor'>> & {
  actor?: Partial<AuditEntryFields['actor']>
}

const anEntry = ({ actor, ...own }: Own): AuditEntryFields => ({
  __typename: 'AuditEntry',
  id: 'e1',
  at: '2026-03-03T10:00:00.000Z',
  group: 'ADMINISTRATION',
  action: 'changeUser',
  outcome: 'DONE',
  code: null,
  actor: {
    __typename: 'AuditActor',
    kind: 'USER',
    id: 'u1',
    name: 'Ada',
    email: 'ada@example.com',
    sessionId: 's1',
    ...actor,
  },
  subject: {
    __typename: 'AuditSubject',
    type: 'User',
    id: 'u2',
    name: 'Ben',
  },
  arguments: [
    {
      __typename: 'AuditArgument',
      name: 'role',
      value: 'ADMIN',
      label: null,
    },
  ],
  changes: [
    {
      __typename: 'AuditChange',
      field: 'role',
      before: 'AGENT',
      after: 'ADMIN',
    },
  ],
  address: '192.0.2.1',
  userAgent: 'Lantern/1.0',
  requestId: 'r1',
  ...own,
})

const toEdge = (node: AuditEntryFields) => ({
  __typename: 'AuditEdge' as const,
  cursor: node.id,
  node,
})

export const standard = () => ({
  auditEntries: {
    __typename: 'AuditConnection' as const,
    edges: [
      anEntry({}),
      anEntry({
        id: 'e2',
        action: 'read apiKeys',
        outcome: 'REFUSED',
        code: 'FORBIDDEN',
        actor: { id: 'u2', name: 'Ben', email: 'ben@example.com' },
        subject: null,
        arguments: [],
        changes: [],
      }),
      anEntry({
        id: 'e3',
        action: 'eraseContact',
        outcome: null,
        actor: { kind: 'API_KEY', id: 'k1', name: 'Report', email: null },
        subject: {
          __typename: 'AuditSubject',
          type: 'Contact',
          id: '01909090-0000-7000-8000-0123456789ab',
          name: null,
        },
        arguments: [],
        changes: [],
      }),
    ].map(toEdge),
    pageInfo: {
      __typename: 'PageInfo' as const,
      hasNextPage: false,
      endCursor: 'e3',
    },
  },
})
