import type {
  AutoReplyRuleFields,
  CallFields,
  CallSettingsFields,
  CannedReplyFields,
  ChannelFields,
  ConsentEventFields,
  ConversationFields,
  LabelFields,
  Role,
  ThreadEntryFields,
  ThreadMessageFields,
} from 'types/graphql'

type Media = ThreadMessageFields['media'][number]

/** A message from the thread, with what a test cares about. */
export const aMessage = (
  over: Partial<ThreadMessageFields> = {}
): ThreadMessageFields => ({
  __typename: 'Message',
  id: 'm1',
  sid: 'SM1',
  idempotencyKey: null,
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
  isAutomatic: false,
  author: null,
  editedAt: null,
  removedAt: null,
  redactedAt: null,
  missedBy: null,
  retryOf: null,
  retries: [],
  createdAt: '2026-03-03T10:00:00.000Z',
  updatedAt: '2026-03-03T10:00:01.000Z',
  sentAt: null,
  deliveredAt: null,
  readAt: null,
  location: null,
  choice: null,
  formData: null,
  repliedToSid: null,
  repliedTo: null,
  media: [],
  sentBy: null,
  call: null,
  ...over,
})

/** A call that left a voicemail. */
export const aCall = (over: Partial<CallFields> = {}): CallFields => ({
  __typename: 'Call',
  sid: 'CA1',
  status: 'COMPLETED',
  answer: 'RECORD',
  durationSeconds: 40,
  recordedSeconds: 31,
  ...over,
})

export const aCallSettings = (
  over: Partial<CallSettingsFields> = {}
): CallSettingsFields => ({
  __typename: 'CallSettings',
  id: 'k1',
  address: null,
  answer: 'RECORD',
  text: 'Please leave a message.',
  language: 'en-GB',
  maxSeconds: 90,
  ...over,
})

/** A picture of ours. */
export const aMedia = (over: Partial<Media> = {}): Media => ({
  __typename: 'Media',
  id: 'f1',
  contentType: 'image/jpeg',
  size: 41_200,
  name: 'cat.jpg',
  width: 640,
  height: 480,
  url: '/.redwood/functions/media/f1',
  thumbnailUrl: null,
  fetching: false,
  problem: null,
  removedAt: null,
  ...over,
})

type LastMessage = NonNullable<ConversationFields['lastMessage']>

export const aLastMessage = (over: Partial<LastMessage> = {}): LastMessage => ({
  __typename: 'Message',
  id: 'm1',
  direction: 'INBOUND',
  body: 'Where is my parcel?',
  removedAt: null,
  redactedAt: null,
  status: 'RECEIVED',
  errorCode: null,
  errorMessage: null,
  createdAt: '2026-03-03T10:00:00.000Z',
  updatedAt: '2026-03-03T10:00:00.000Z',
  location: null,
  media: [],
  call: null,
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
  snoozedUntil: null,
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
    erasedAt: null,
    name: 'Maya Okafor',
    createdAt: '2026-03-01T10:00:00.000Z',
    updatedAt: '2026-03-01T10:00:00.000Z',
  },
  assignee: null,
  labels: [],
  twilio: null,
  lastMessage: aLastMessage(),
  ...over,
})

export const aLabel = (over: Partial<LabelFields> = {}): LabelFields => ({
  __typename: 'Label',
  id: 'l1',
  name: 'VIP',
  color: 'PURPLE',
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

/** A page of a thread as the server answers it. */
export const aThread = <N>(
  messages: N[],
  page: Partial<typeof PAGE> = {},
  entries: ThreadEntryFields[] = []
) => ({ ...aConnection('Message', messages, page), entries })

export const anEntry = (
  over: Partial<ThreadEntryFields> = {}
): ThreadEntryFields => ({
  __typename: 'ThreadEntry',
  id: 'n1',
  kind: 'ASSIGNED',
  at: '2026-03-03T10:00:00.000Z',
  actor: null,
  actorName: null,
  body: null,
  mentions: [],
  subject: null,
  label: null,
  until: null,
  participant: null,
  ...over,
})

/** Nothing waits, unless a test says so. */
export const aForecast = (waitingSegments = 0) => ({
  senderForecast: {
    __typename: 'SenderForecast' as const,
    sender: '+15005550006',
    waitingSegments,
    secondsToDrain: waitingSegments,
    queueSegments: 36_000,
  },
})

export const aCannedReply = (
  over: Partial<CannedReplyFields> = {}
): CannedReplyFields => ({
  __typename: 'CannedReply',
  id: 'r1',
  shortcut: 'hours',
  text: 'Hello {name}, we are open from 9 to 5. {agent}',
  updatedAt: '2026-03-03T10:00:00.000Z',
  ...over,
})

export const aChannel = (over: Partial<ChannelFields> = {}): ChannelFields => ({
  __typename: 'Channel',
  id: 'h1',
  address: '+15005550006',
  kinds: ['SMS', 'VOICE'],
  name: 'Main number',
  segmentsPerSecond: null,
  isDefault: true,
  timeZone: 'UTC',
  openingHours: [],
  holidays: [],
  isOpen: true,
  updatedAt: '2026-03-03T10:00:00.000Z',
  autoReplies: [],
  ...over,
})

export const aRule = (
  over: Partial<AutoReplyRuleFields> = {}
): AutoReplyRuleFields => ({
  __typename: 'AutoReplyRule',
  id: 'a1',
  kinds: ['SMS'],
  condition: 'ALWAYS',
  keywords: [],
  wholeMessage: false,
  text: 'Thanks for writing to {channel}.',
  cooldownSeconds: 3600,
  isEnabled: true,
  updatedAt: '2026-03-03T10:00:00.000Z',
  ...over,
})

export const aConsentEvent = (
  over: Partial<ConsentEventFields> = {}
): ConsentEventFields => ({
  __typename: 'ConsentEvent',
  id: 'e1',
  allowed: false,
  source: 'KEYWORD',
  word: 'STOP',
  by: null,
  note: null,
  at: '2026-03-03T10:00:00.000Z',
  ...over,
})

export const AGENT = {
  id: 'u1',
  kind: 'user' as const,
  email: 'ada@heliograph.test',
  name: 'Ada',
  roles: ['AGENT'] as Role[],
}

export const ADMIN = { ...AGENT, id: 'u3', roles: ['ADMIN'] as Role[] }

export const VIEWER = { ...AGENT, id: 'u2', roles: ['VIEWER'] as Role[] }
