import type {
  ConversationFields,
  Role,
  ThreadMessageFields,
} from 'types/graphql'

/** A message from the thread, with what a test cares about. */
export const aMessage = (
  over: Partial<ThreadMessageFields> = {}
): ThreadMessageFields => ({
  __typename: 'Message',
  id: 'm1',
  sid: 'SM1',
  direction: 'OUTBOUND',
  channel: 'SMS',
  from: '+15005550006',
  to: '+14155550101',
  body: 'Your parcel is on its way.',
  numSegments: 1,
  status: 'SENT',
  errorCode: null,
  errorMessage: null,
  sendAt: null,
  canRetry: false,
  retryOf: null,
  retries: [],
  createdAt: '2026-03-03T10:00:00.000Z',
  updatedAt: '2026-03-03T10:00:01.000Z',
  sentAt: null,
  deliveredAt: null,
  readAt: null,
  media: [],
  sentBy: null,
  ...over,
})

type LastMessage = NonNullable<ConversationFields['lastMessage']>

export const aLastMessage = (over: Partial<LastMessage> = {}): LastMessage => ({
  __typename: 'Message',
  id: 'm1',
  direction: 'INBOUND',
  body: 'Where is my parcel?',
  status: 'RECEIVED',
  errorCode: null,
  errorMessage: null,
  createdAt: '2026-03-03T10:00:00.000Z',
  updatedAt: '2026-03-03T10:00:00.000Z',
  media: [],
  ...over,
})

export const aConversation = (
  over: Partial<ConversationFields> = {}
): ConversationFields => ({
  __typename: 'Conversation',
  id: 'c1',
  channel: 'SMS',
  senderAddress: '+15005550006',
  status: 'OPEN',
  unreadCount: 0,
  lastMessageAt: '2026-03-03T10:00:00.000Z',
  messageCount: 1,
  optedOutAt: null,
  optOutSource: null,
  createdAt: '2026-03-01T10:00:00.000Z',
  updatedAt: '2026-03-03T10:00:00.000Z',
  contact: {
    __typename: 'Contact',
    id: 'p1',
    address: '+14155550101',
    name: 'Maya Okafor',
    createdAt: '2026-03-01T10:00:00.000Z',
  },
  lastMessage: aLastMessage(),
  ...over,
})

export const aPage = (over: Partial<typeof PAGE> = {}) => ({ ...PAGE, ...over })

const PAGE = {
  __typename: 'PageInfo' as const,
  hasNextPage: false,
  hasPreviousPage: false,
  startCursor: null as string | null,
  endCursor: null as string | null,
}

/** A connection as the server answers it. */
export const aConnection = <const T extends string, N>(
  typename: T,
  nodes: N[],
  page: Partial<typeof PAGE> = {}
) => ({
  __typename: `${typename}Connection` as `${T}Connection`,
  edges: nodes.map((node) => ({
    __typename: `${typename}Edge` as `${T}Edge`,
    cursor: 'cursor',
    node,
  })),
  pageInfo: aPage(page),
})

export const AGENT = {
  id: 'u1',
  kind: 'user' as const,
  email: 'ada@heliograph.test',
  name: 'Ada',
  roles: ['AGENT'] as Role[],
}

export const VIEWER = { ...AGENT, id: 'u2', roles: ['VIEWER'] as Role[] }
