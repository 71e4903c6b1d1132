import { print } from 'graphql'
import type { Client } from 'pg'

import { CONVERSATION_FIELDS } from '../../../web/src/queries/conversationFields'
import { MESSAGES } from '../../../web/src/queries/messages'
import { wordOf } from '../../load/texts'

/** Something that a page asks the server. */
export interface Question {
  name: string
  query: string
  /** Of the n-th asking: each is about something else. */
  variables: (n: number) => object
}

const LIST = `
  query ($filter: ConversationFilter, $after: String, $first: Int) {
    conversations(filter: $filter, first: $first, after: $after) {
      edges { cursor node { ...ConversationFields } match { id body createdAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
  ${print(CONVERSATION_FIELDS)}`

const COUNTS =
  '{ inboxCounts { open unread mine unassigned snoozed archived failed } }'

const THREAD = print(MESSAGES)

/** So many conversations are found at every size; an answer of five rows would take less than one of thirty. */
const FEW = 3

const FOLDERS = ['OPEN', 'UNREAD', 'MINE', 'UNASSIGNED', 'SNOOZED', 'ARCHIVED']

interface Row {
  id: string
  address: string
  name: string | null
}

/** A cursor as the server makes them: lib/paging/cursor. */
const toCursor = ({ at, id }: { at: Date; id: string }) =>
  Buffer.from(`${at.toISOString()}|${id}`).toString('base64url')

const list = (
  name: string,
  filter: (n: number) => object,
  {
    after = () => null,
    first = 30,
  }: { after?: (n: number) => string | null; first?: number } = {}
): Question => ({
  name,
  query: LIST,
  variables: (n) => ({ filter: filter(n), after: after(n), first }),
})

const search = (name: string, text: (n: number) => string, first = 30) =>
  list(`search: ${name}`, (n) => ({ search: text(n) }), { first })

const thread = (name: string, variables: (n: number) => object): Question => ({
  name: `thread: ${name}`,
  query: THREAD,
  variables: (n) => ({ last: 50, ...variables(n) }),
})

/** The questions of a benchmark, about what is in this database. */
export async function questionsAbout(
  client: Client,
  messages: number
): Promise<Question[]> {
  const read = async <Result>(text: string) =>
    (await client.query(text)).rows as Result[]
  const conversations = await read<Row>(`
    SELECT c.id, ct.address, ct.name FROM "Conversation" c JOIN "Contact" ct ON ct.id = c."contactId"
    ORDER BY md5(c.id::text) LIMIT 500`)
  const named = conversations.filter(({ name }) => name)
  const depths = await read<{ at: Date; id: string }>(`
    SELECT "lastMessageAt" AS at, id FROM "Conversation"
    WHERE status = 'OPEN' ORDER BY "lastMessageAt" LIMIT 200 OFFSET 40`)
  const [longest] = await read<{ id: string }>(
    'SELECT id FROM "Conversation" ORDER BY "messageCount" DESC LIMIT 1'
  )
  const places = await read<{ at: Date; id: string }>(`
    SELECT "createdAt" AS at, id FROM "Message" WHERE "conversationId" = '${longest.id}'
    ORDER BY md5(id::text) LIMIT 200`)
  const labels = await read<{ id: string }>(`
    SELECT "labelId" AS id FROM "ConversationLabel" WHERE status = 'OPEN'
    GROUP BY "labelId" HAVING count(*) >= ${FEW} ORDER BY count(*) DESC`)
  const operators = await read<{ id: string }>(
    `SELECT id FROM "User" WHERE email LIKE 'load-%' ORDER BY email`
  )
  const of = <Item>(items: Item[], n: number) => items[n % items.length]
  const open = (filter: object) => () => ({ folder: 'OPEN', ...filter })
  const wordFrom = (rank: number, width: number) => (n: number) =>
    wordOf(rank + ((n * 37) % width))
  // The word of rank r is in about every r-th message: so the answers have as many rows at every size.
  const inAbout = (found: number) => wordFrom(Math.floor(messages / found), 100)

  return [
    ...FOLDERS.map((folder) => list(`list: ${folder}`, () => ({ folder }))),
    list('list: OPEN, deep', open({}), {
      after: (n) => toCursor(of(depths, n)),
    }),
    list('list: by assignee', (n) => ({
      folder: 'OPEN',
      assigneeId: of(operators, n).id,
    })),
    list('list: frequent label', open({ labelId: labels[0].id })),
    list('list: rare label', open({ labelId: labels[labels.length - 1].id }), {
      first: FEW,
    }),
    list('list: channel', open({ channel: 'WHATSAPP' })),
    list('list: empty channel', open({ channel: 'VOICE' })),
    list('list: sender', open({ senderAddress: '+15005550011' })),
    { name: 'counts', query: COUNTS, variables: () => ({}) },
    thread('newest', (n) => ({ conversationId: of(conversations, n).id })),
    thread('newest of the longest', () => ({ conversationId: longest.id })),
    thread('deep in the longest', (n) => ({
      conversationId: longest.id,
      before: toCursor(of(places, n)),
    })),
    thread('around a message', (n) => ({
      conversationId: longest.id,
      around: of(places, n).id,
    })),
    search('word that is everywhere', wordFrom(5, 60)),
    search('word in every 300th message', wordFrom(250, 100)),
    search('word in 60 messages', inAbout(60)),
    search('beginning of a word', (n) => wordFrom(20, 1_000)(n).slice(0, 3)),
    search('one letter', (n) => 'abcdefghiklmnoprstw'[n % 19]),
    search(
      'two words',
      (n) => `${wordFrom(0, 40)(n)} ${wordFrom(40, 90)(n)} `,
      FEW
    ),
    search(
      'phrase',
      (n) => `"${wordFrom(0, 9)(n)} ${wordFrom(9, 20)(n)}"`,
      FEW
    ),
    search('name', (n) => of(named, n).name?.split(' ').at(-1) ?? ''),
    search('number', (n) => of(conversations, n).address.slice(-8)),
    search('nothing found', (n) => `qwxz${n}`),
    list(
      'search: word in ARCHIVED',
      (n) => ({ folder: 'ARCHIVED', search: wordFrom(100, 1_000)(n) }),
      { first: FEW }
    ),
  ]
}
