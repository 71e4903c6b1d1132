import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'

import { db } from 'src/lib/db'

const RULES = `{ autoReplies { id kinds condition keywords wholeMessage text cooldownSeconds isEnabled } }`

let admin: Credentials
let channelId: string

beforeEach(async () => {
  await emptyDatabase()
  admin = await keyFor('ADMIN')
  const channel = await db.channel.create({
    data: { address: '+15005550006', name: 'Shop', kinds: ['SMS'] },
  })
  channelId = channel.id
})

const input = (more: object = {}) => ({
  kinds: ['SMS'],
  condition: 'ALWAYS',
  text: 'Thanks, {name}.',
  ...more,
})

const create = (more: object = {}, id = channelId) =>
  ask(
    admin,
    `mutation ($id: ID!, $input: AutoReplyRuleInput!) { channel: createAutoReplyRule(channelId: $id, input: $input) ${RULES} }`,
    { id, input: input(more) }
  )
const update = (id: string, more: object = {}) =>
  ask(
    admin,
    `mutation ($id: ID!, $input: AutoReplyRuleInput!) { channel: updateAutoReplyRule(id: $id, input: $input) ${RULES} }`,
    { id, input: input(more) }
  )
const remove = (id: string) =>
  ask(
    admin,
    `mutation ($id: ID!) { channel: deleteAutoReplyRule(id: $id) ${RULES} }`,
    { id }
  )
const order = (ids: string[]) =>
  ask(
    admin,
    `mutation ($id: ID!, $ids: [ID!]!) { channel: orderAutoReplyRules(channelId: $id, ids: $ids) ${RULES} }`,
    { id: channelId, ids }
  )
const rulesOf = ({ data }: Awaited<ReturnType<typeof ask>>) =>
  data.channel.autoReplies as { id: string; text: string }[]

it('a rule comes after the others, is changed, ordered and deleted', async () => {
  const [first] = rulesOf(await create({ text: 'one' }))
  expect(first).toMatchObject({
    cooldownSeconds: 3600,
    isEnabled: true,
    keywords: [],
  })
  const [, second] = rulesOf(await create({ text: 'two' }))
  expect(rulesOf(await order([second.id, first.id]))).toMatchObject([
    { text: 'two' },
    { text: 'one' },
  ])
  const changed = await update(first.id, {
    condition: 'KEYWORD',
    keywords: [' Menu ', 'menu', 'Menu'],
    wholeMessage: true,
    cooldownSeconds: 0,
    isEnabled: false,
  })
  expect(rulesOf(changed)[1]).toMatchObject({
    keywords: ['Menu', 'menu'],
    wholeMessage: true,
    cooldownSeconds: 0,
    isEnabled: false,
  })
  expect(rulesOf(await remove(second.id))).toHaveLength(1)
  expect(codeOf(await remove(second.id))).toEqual('NOT_FOUND')
})

it.each([
  ['no text', { text: ' ' }],
  ['a text that no message can have', { text: 'x'.repeat(1601) }],
  ['a placeholder that stands for nothing', { text: 'Hi {surname}' }],
  ['a kind that is never answered', { kinds: ['VOICE'] }],
  ['no kind', { kinds: [] }],
  ['no keyword', { condition: 'KEYWORD', keywords: [' '] }],
  ['a word of opting out', { condition: 'KEYWORD', keywords: ['stop'] }],
  ['a word of help', { condition: 'KEYWORD', keywords: ['Info'] }],
  ['a pause into the past', { cooldownSeconds: -1 }],
  ['a pause without an end', { cooldownSeconds: 2_592_001 }],
])('%s is refused', async (_what, more) => {
  expect(codeOf(await create(more))).toEqual('BAD_USER_INPUT')
  expect(await db.autoReplyRule.count()).toEqual(0)
})

it('an order of other rules is refused: somebody has changed them', async () => {
  const [{ id }] = rulesOf(await create())
  for (const ids of [[], [id, id], ['none']]) {
    expect(codeOf(await order(ids))).toEqual('BAD_USER_INPUT')
  }
})

it('a channel that is not there has no rules', async () => {
  expect(codeOf(await create({}, 'none'))).toEqual('NOT_FOUND')
  expect(codeOf(await update('none'))).toEqual('NOT_FOUND')
})
