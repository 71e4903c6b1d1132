import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, keyFor } from 'test-support/graphql'
import { CUSTOMER, OURS, saveMessage } from 'test-support/messages'

import { db } from 'src/lib/db'

beforeEach(emptyDatabase)

const SET =
  'mutation ($address: String, $textDays: Int, $known: DateTime) { setRetention(address: $address, textDays: $textDays, known: $known) { address textDays mediaDays updatedAt } }'

it('an administrator decides how long it is kept, for one address and for all others', async () => {
  const admin = await keyFor('ADMIN')
  await saveMessage({
    status: 'DELIVERED',
    createdAt: new Date(Date.now() - 40 * 86_400_000),
  })
  const reach = await ask(
    admin,
    'query ($address: String!) { one: retentionReach(address: $address, textDays: 30) all: retentionReach(textDays: 50) }',
    { address: OURS }
  )
  expect(reach.data).toEqual({ one: 1, all: 0 })

  const everybody = await ask(admin, SET, { textDays: 90 })
  expect(everybody.data.setRetention).toMatchObject({
    address: null,
    textDays: 90,
    mediaDays: null,
  })
  await ask(admin, SET, { address: OURS, textDays: 30 })
  const { updatedAt } = everybody.data.setRetention
  const again = { textDays: 60, known: updatedAt }
  expect((await ask(admin, SET, again)).data.setRetention.textDays).toEqual(60)
  expect(codeOf(await ask(admin, SET, again))).toEqual('CONFLICT')

  const { data } = await ask(admin, '{ retentions { address textDays } }')
  expect(data.retentions).toEqual([
    { address: null, textDays: 60 },
    { address: OURS, textDays: 30 },
  ])
  const remove = 'mutation { deleteRetention(address: "+15005550006") { id } }'
  expect((await ask(admin, remove)).errors).toBeUndefined()
  expect(codeOf(await ask(admin, remove))).toEqual('NOT_FOUND')
})

it('who is erased is shown as nobody', async () => {
  const admin = await keyFor('ADMIN')
  await saveMessage({ status: 'DELIVERED' })
  const { id } = await db.contact.update({
    where: { address: CUSTOMER },
    data: { name: 'Zora' },
  })
  const { data } = await ask(
    admin,
    'mutation ($id: ID!, $confirmation: String!) { eraseContact(id: $id, confirmation: $confirmation) { id name address erasedAt } }',
    { id, confirmation: CUSTOMER }
  )
  expect(data.eraseContact).toMatchObject({
    id,
    name: null,
    address: expect.stringMatching(/^erased:/),
    erasedAt: expect.any(String),
  })
})
