import { pool } from 'src/lib/database/pool'

/**
 * Each column in which a text, a number or a name of a person can stand. `retained` goes when it has been kept as long as
 * it may be, `erased` when the person is erased (all that is retained goes then, too); `ours` is of who works here, or of
 * the installation; `code` is an id, a SID, a word of a program's.
 */
const COLUMNS: Record<
  string,
  Record<string, 'retained' | 'erased' | 'ours' | 'code'>
> = {
  User: {
    email: 'ours',
    name: 'ours',
    settings: 'ours',
    hashedPassword: 'ours',
    salt: 'ours',
    resetToken: 'ours',
  },
  Session: { address: 'ours' },
  RateLimit: { key: 'ours' },
  ApiKey: { name: 'ours', hash: 'ours', prefix: 'ours' },
  Contact: {
    address: 'erased',
    name: 'erased',
    profileName: 'erased',
    city: 'erased',
    state: 'erased',
    zip: 'erased',
    country: 'erased',
    notes: 'erased',
    searchName: 'erased',
  },
  Conversation: { senderAddress: 'ours' },
  // `author` of a Twilio conversation; an answer's words are in `params`.
  Message: {
    sid: 'code',
    from: 'erased',
    to: 'erased',
    body: 'retained',
    errorDetail: 'retained',
    messagingServiceSid: 'code',
    idempotencyKey: 'code',
    params: 'retained',
    author: 'erased',
  },
  Media: { url: 'retained', contentType: 'code', problem: 'retained' },
  StoredFile: { contentType: 'code', name: 'retained' },
  StatusEvent: {
    sid: 'code',
    status: 'code',
    rawDlrDoneDate: 'retained',
    params: 'retained',
  },
  WebhookMinute: { webhook: 'code', result: 'code' },
  WebhookRefusal: {
    webhook: 'code',
    reason: 'code',
    expectedUrl: 'code',
    signedUrl: 'code',
  },
  // Who objected, when and how stays for as long as we may be asked; its words go with the person.
  ConsentEvent: { word: 'erased', note: 'erased' },
  Channel: {
    address: 'ours',
    name: 'ours',
    timeZone: 'ours',
    openingHours: 'ours',
    holidays: 'ours',
  },
  AutoReplyRule: { keywords: 'ours', text: 'ours' },
  SenderPace: { sender: 'ours' },
  CannedReply: { shortcut: 'ours', text: 'ours' },
  Label: { name: 'ours', key: 'ours' },
  ThreadEntry: {
    actorName: 'ours',
    body: 'retained',
    label: 'ours',
    participant: 'erased',
    idempotencyKey: 'code',
  },
  TwilioConversation: {
    sid: 'code',
    serviceSid: 'code',
    messagingServiceSid: 'code',
    friendlyName: 'erased',
    uniqueName: 'code',
    givenName: 'erased',
    state: 'code',
    attributes: 'erased',
  },
  Participant: {
    sid: 'code',
    identity: 'erased',
    address: 'erased',
    proxyAddress: 'ours',
    type: 'code',
    roleSid: 'code',
    attributes: 'erased',
  },
  ConversationEvent: {
    type: 'code',
    conversationSid: 'code',
    params: 'retained',
  },
  WebhookEndpoint: {
    url: 'ours',
    description: 'ours',
    events: 'ours',
    note: 'ours',
    secret: 'ours',
    previousSecret: 'ours',
  },
  // Forgotten after some days anyhow (pruneWebhooks).
  WebhookEvent: { type: 'code', data: 'erased' },
  WebhookDelivery: { responseBody: 'erased', error: 'erased' },
  // The audit keeps ids and no texts of contacts (audit/keptArguments), and is append-only.
  AuditEntry: {
    code: 'code',
    action: 'code',
    actorName: 'ours',
    actorEmail: 'ours',
    subjectType: 'code',
    subjectId: 'code',
    subjectName: 'ours',
    arguments: 'ours',
    changes: 'ours',
    address: 'ours',
    userAgent: 'ours',
    requestId: 'code',
    words: 'ours',
  },
  LoginPlace: { network: 'ours' },
  Call: { sid: 'code' },
  TwilioCopy: { sid: 'code', what: 'code' },
  CallRecording: { sid: 'code', callSid: 'code', url: 'retained' },
  CallEvent: { callSid: 'code', status: 'code', params: 'retained' },
  CallSettings: { address: 'ours', text: 'ours', language: 'ours' },
  MessageWords: { words: 'retained' },
  Retention: { address: 'ours' },
  RetentionWalk: { what: 'code', address: 'ours', lastId: 'code' },
  RetentionHeld: { what: 'code' },
  Erasure: { address: 'erased' },
  // Nobody reads a number from it; see docs/privacy.md.
  Suppression: { hash: 'code', senderAddress: 'ours' },
  SuppressionKey: { pepper: 'ours' },
}

it('of each column that can hold what is personal, somebody has decided what becomes of it', async () => {
  const { rows } = await pool.query<{ table: string; column: string }>(`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
      AND udt_name IN ('text', 'varchar', 'bpchar', 'json', 'jsonb', 'bytea', 'tsvector', '_text', '_varchar', '_jsonb')`)
  const name = (table: string, column: string) => `${table}.${column}`
  const decided = Object.entries(COLUMNS).flatMap(([table, fields]) =>
    Object.keys(fields).map((field) => name(table, field))
  )
  expect(rows.map(({ table, column }) => name(table, column)).sort()).toEqual(
    decided.sort()
  )
})
