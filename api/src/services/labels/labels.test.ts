import { emptyDatabase } from 'test-support/emptyDatabase'
import { entriesOf, kindsOf } from 'test-support/entries'
import { firstOf } from 'test-support/firstOf'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { STRANGE } from 'test-support/ids'
import { saveMessage } from 'test-support/messages'

import { db } from 'src/lib/db'
import { listen } from 'src/lib/live/listen'

let agent: Credentials

beforeEach(async () => {
  await emptyDatabase()
  agent = await keyFor('AGENT')
})

const CREATE = `mutation ($name: String!, $color: LabelColor!) {
  createLabel(name: $name, color: $color) { id name color }
}`
const UPDATE = `mutation ($id: ID!, $name: String!, $color: LabelColor!) {
  updateLabel(id: $id, name: $name, color: $color) { id name color }
}`
const DELETE = 'mutation ($id: ID!) { deleteLabel(id: $id) { id } }'

const create = async (name = 'Billing', color = 'RED') => {
  const { data, errors } = await ask(agent, CREATE, { name, color })
  expect(errors).toBeUndefined()
  return data.createLabel
}

const names = async () => {
  const { data } = await ask(agent, '{ labels { name } }')
  return data.labels.map(({ name }: { name: string }) => name)
}

describe('a label', () => {
  it('is made, and listed in the order of the names, in any case, as people count', async () => {
    await create('shipping')
    expect(await create('Complaint', 'PINK')).toEqual({
      id: expect.any(String),
      name: 'Complaint',
      color: 'PINK',
    })
    await create('Ärger')
    await create('billing')
    await create('Area 10')
    await create('area 2')
    expect(await names()).toEqual([
      ...['area 2', 'Area 10', 'Ärger'],
      ...['billing', 'Complaint', 'shipping'],
    ])
  })

  it.each([
    ['  too   many\n spaces ', 'too many spaces'],
    ['x'.repeat(50), 'x'.repeat(50)],
    ['u\u0308', 'ü'],
    ['VIP 👋🏽', 'VIP 👋🏽'],
  ])('"%.20s" is called "%.20s"', async (written, name) => {
    expect(await create(written)).toMatchObject({ name })
  })

  it.each([
    ['', 'needs a name'],
    [' \n ', 'needs a name'],
    ['x'.repeat(51), '50 characters at most'],
    ['a\0b', 'can’t be kept'],
    ['\ud83d', 'can’t be kept'],
  ])('is not called "%.20s"', async (name, says) => {
    const answer = await ask(agent, CREATE, { name, color: 'RED' })
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
    expect(answer.errors?.[0].message).toContain(says)
    expect(await names()).toEqual([])
  })

  it.each([
    ['Billing', 'BILLING'],
    ['Größe', 'GRÖSSE'.replace('SS', 'ß')],
    ['Ünder', 'u\u0308NDER'],
    ['VIP', 'ＶＩＰ'],
    ['two words', ' two  words'],
  ])('"%s" is the same as "%s"', async (first, second) => {
    await create(first)
    const answer = await ask(agent, CREATE, { name: second, color: 'BLUE' })
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
    expect(answer.errors?.[0].message).toContain('has this name')
  })

  it('is one when ten make it at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        ask(agent, CREATE, { name: n % 2 ? 'vip' : 'VIP', color: 'RED' })
      )
    )
    const refused = answers.filter(({ errors }) => errors)
    expect(refused.map(codeOf)).toEqual(Array(9).fill('BAD_USER_INPUT'))
    expect(await names()).toHaveLength(1)
  })

  it('is changed, under its own name or another, unless that is taken', async () => {
    const { id } = await create()
    await create('Shipping')
    const change = (name: string) =>
      ask(agent, UPDATE, { id, name, color: 'BLUE' })
    expect((await change('BILLING')).data.updateLabel).toEqual({
      id,
      name: 'BILLING',
      color: 'BLUE',
    })
    expect(codeOf(await change('shipping'))).toBe('BAD_USER_INPUT')
    expect(codeOf(await change(''))).toBe('BAD_USER_INPUT')
    expect(await names()).toEqual(['BILLING', 'Shipping'])
  })

  it.each(STRANGE)(
    'is not there to be changed or deleted: "%.40s"',
    async (id) => {
      await create()
      const input = { id, name: 'Other', color: 'RED' }
      expect(codeOf(await ask(agent, UPDATE, input))).toBe('NOT_FOUND')
      expect(codeOf(await ask(agent, DELETE, { id }))).toBe('NOT_FOUND')
      expect(await names()).toEqual(['Billing'])
    }
  )

  it('is one of ten thousand, which are listed at once', async () => {
    await db.label.createMany({
      data: Array.from({ length: 10_000 }, (_, n) => ({
        name: `Label ${n}`,
        key: `label ${String(n).padStart(5, '0')}`,
        color: 'GRAY' as const,
      })),
    })
    const all = await names()
    expect(all).toHaveLength(10_000)
    expect(all.at(-1)).toBe('Label 9999')
  })
})

const ON_CONVERSATION = (mutation: string) =>
  `mutation ($id: ID!, $labelId: ID!) {
    ${mutation}(id: $id, labelId: $labelId) { id updatedAt labels { name } }
  }`

const change = async (
  mutation: string,
  variables: { id: string; labelId: string }
) => {
  const { data, errors } = await ask(
    agent,
    ON_CONVERSATION(mutation),
    variables
  )
  expect(errors).toBeUndefined()
  return data[mutation]
}

const conversationAndContact = async () => {
  const { conversationId } = await saveMessage()
  const { contactId } = await db.conversation.findUniqueOrThrow({
    where: { id: conversationId },
  })
  return { conversation: conversationId, contact: contactId, conversationId }
}

describe.each([
  ['conversation', 'labelConversation', 'unlabelConversation'],
  ['contact', 'labelContact', 'unlabelContact'],
] as const)('a label of a %s', (of, put, take) => {
  it('is put on and taken off, and each time it is newer', async () => {
    const { [of]: id } = await conversationAndContact()
    const [second, first] = [await create('second'), await create('first')]
    const one = await change(put, { id, labelId: second.id })
    const two = await change(put, { id, labelId: first.id })
    const three = await change(take, { id, labelId: second.id })
    expect(one.labels).toEqual([{ name: 'second' }])
    expect(two.labels).toEqual([{ name: 'first' }, { name: 'second' }])
    expect(three.labels).toEqual([{ name: 'first' }])
    expect(one.updatedAt < two.updatedAt).toBe(true)
    expect(two.updatedAt < three.updatedAt).toBe(true)
  })

  it('tells every screen, once', async () => {
    const { [of]: id, conversationId } = await conversationAndContact()
    const { id: labelId } = await create()
    const events = firstOf(2, listen(['conversationChanged']))
    const first = await change(put, { id, labelId })
    expect(await change(put, { id, labelId })).toEqual(first)
    const last = await change(take, { id, labelId })
    expect(await change(take, { id, labelId })).toEqual(last)
    const told = { kind: 'conversationChanged', conversationId, isNew: false }
    expect(await events).toEqual([told, told])
  })

  it('is on it once where ten put it there at once', async () => {
    const { [of]: id, conversationId } = await conversationAndContact()
    const { id: labelId } = await create()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => change(put, { id, labelId }))
    )
    expect(answers).toEqual(Array(10).fill(answers[0]))
    expect(await kindsOf(conversationId)).toEqual(
      of === 'conversation' ? ['LABELED'] : []
    )
  })

  it('is gone from it when it is deleted', async () => {
    const { [of]: id } = await conversationAndContact()
    const { id: labelId } = await create()
    await change(put, { id, labelId })
    await ask(agent, DELETE, { id: labelId })
    expect((await change(take, { id, labelId })).labels).toEqual([])
    const again = await ask(agent, ON_CONVERSATION(put), { id, labelId })
    expect(codeOf(again)).toBe('NOT_FOUND')
  })

  it.each(STRANGE)('has nothing to be on: "%.40s"', async (id) => {
    const { id: labelId } = await create()
    for (const mutation of [put, take]) {
      const answer = await ask(agent, ON_CONVERSATION(mutation), {
        id,
        labelId,
      })
      expect(codeOf(answer)).toBe('NOT_FOUND')
      expect(answer.errors?.[0].message).toContain(of)
    }
  })

  it.each(STRANGE)('is one that exists: "%.40s"', async (labelId) => {
    const { [of]: id } = await conversationAndContact()
    const answer = await ask(agent, ON_CONVERSATION(put), { id, labelId })
    expect(codeOf(answer)).toBe('NOT_FOUND')
    expect(answer.errors?.[0].message).toContain('label')
    expect((await change(take, { id, labelId })).labels).toEqual([])
  })
})

describe('the thread', () => {
  it('tells of labels by the names that they had, and of no deletion', async () => {
    const { conversation: id } = await conversationAndContact()
    const { id: labelId } = await create('VIP')
    await change('labelConversation', { id, labelId })
    await change('unlabelConversation', { id, labelId })
    await change('labelConversation', { id, labelId })
    await ask(agent, UPDATE, { id: labelId, name: 'Nobody', color: 'RED' })
    await ask(agent, DELETE, { id: labelId })
    expect(await entriesOf(id)).toMatchObject([
      { kind: 'LABELED', label: 'VIP', actorName: 'a program that is AGENT' },
      { kind: 'UNLABELED', label: 'VIP' },
      { kind: 'LABELED', label: 'VIP' },
    ])
  })
})
