import assert from 'node:assert/strict'
import { test } from 'node:test'

import { CUSTOMER, startNetwork } from '../testing/startNetwork'

const OTHER = '+12125550123'

test('the list is paged, newest first, and nothing is shown twice when more come', async (t) => {
  const { client, send } = await startNetwork(t)
  const sids: string[] = []
  for (let index = 0; index < 5; index++) sids.unshift((await send()).sid)

  const first = await client.messages.page({ pageSize: 2 })
  assert.deepEqual(
    first.instances.map(({ sid }) => sid),
    sids.slice(0, 2)
  )
  await send()
  const second = await first.nextPage()
  assert.deepEqual(
    second?.instances.map(({ sid }) => sid),
    sids.slice(2, 4)
  )
  const third = await second?.nextPage()
  assert.deepEqual(
    third?.instances.map(({ sid }) => sid),
    sids.slice(4)
  )
  assert.equal(await third?.nextPage(), undefined)
  const back = await second?.previousPage()
  assert.deepEqual(
    back?.instances.map(({ sid }) => sid),
    sids.slice(0, 2)
  )
  assert.equal((await client.messages.list({ pageSize: 2 })).length, 6)
  assert.equal((await client.messages.list({ limit: 3 })).length, 3)
})

test('the list is filtered by To, From and date', async (t) => {
  const { client, control, send, ourNumber } = await startNetwork(t)
  const { sid } = await send({ to: OTHER })
  await send()
  await control.receive({ from: OTHER, body: 'Answer' })
  await control.idle()

  const sids = async (filter: object) =>
    (await client.messages.list(filter)).map(({ sid }) => sid)
  assert.deepEqual(await sids({ to: OTHER }), [sid])
  assert.equal((await sids({ from: ourNumber })).length, 2)
  assert.equal((await sids({ from: OTHER, to: ourNumber })).length, 1)
  assert.equal((await sids({ to: CUSTOMER, from: OTHER })).length, 0)

  const before = new Date(Date.now() - 60_000)
  const after = new Date(Date.now() + 60_000)
  assert.equal((await sids({ dateSentAfter: before })).length, 3)
  assert.equal((await sids({ dateSentAfter: after })).length, 0)
  assert.equal((await sids({ dateSentBefore: after })).length, 3)
  assert.equal((await sids({ dateSentBefore: before })).length, 0)
  assert.equal((await sids({ dateSent: new Date() })).length, 3)
  assert.equal((await sids({ dateSent: new Date(0) })).length, 0)
})

test('a message that was not sent yet is found by date too', async (t) => {
  const { client, send } = await startNetwork(t, { delays: { sent: 60_000 } })
  const { sid, dateSent } = await send()
  assert.equal(dateSent, null)
  const [found] = await client.messages.list({
    dateSentAfter: new Date(Date.now() - 60_000),
  })
  assert.equal(found.sid, sid)
})

test('a page token that names nothing is refused', async (t) => {
  const { client } = await startNetwork(t)
  const page = client.messages.page({ pageToken: 'PASM0' })
  await assert.rejects(page, { code: 21481 })
})
