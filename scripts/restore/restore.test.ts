import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import type { ApiProcess } from '../faults/apiProcess'
import { until } from '../faults/until'
import { createWorld, type World } from '../faults/world'

import { copyDatabase } from './support/backup'

let world: World

before(async () => {
  world = await createWorld('heliograph_restore')
})
after(() => world.close())

const WAITS = '+14155552001'
const NEVER_WENT = '+14155552002'
const DUE_SOON = '+14155552003'
const DUE_LATER = '+14155552004'
const WRITTEN_AFTER = '+14155552005'
const CUSTOMER = '+14155552006'

const SEND = `mutation ($to: String!, $sendAt: DateTime) {
  sendSms(to: $to, body: "Before the backup", sendAt: $sendAt) { id sid status }
}`

interface Sent {
  sendSms: { sid: string | null; status: string }
}

const HOUR_MS = 3_600_000

const send = async (api: ApiProcess, to: string, inMs?: number) => {
  const sendAt = inMs && new Date(Date.now() + inMs).toISOString()
  const { sendSms } = await api.query<Sent>(SEND, { to, sendAt })
  return sendSms
}

/** The time of a message comes while nobody runs. */
const anHourLater = async (to: string) => {
  await world.database.query(
    `UPDATE "Message" SET "sendAt" = now() WHERE "to" = $1`,
    [to]
  )
  const [{ id }] = await world.rowsTo(to)
  await world.database.query(
    `SELECT graphile_worker.reschedule_jobs(array_agg(j.id), run_at => now()) FROM graphile_worker.jobs j WHERE key = $1`,
    [`sendMessage:${id}`]
  )
}

const busy = (to: string) =>
  world.simulator.control.addFault({
    kind: 'answer',
    status: 429,
    match: { to },
  })

const acceptedSids = (to: string) =>
  world.simulator.control.accepted({ to }).sids

const isAccepted = (to: string) => async () => acceptedSids(to).length > 0

const sidsOf = async (to: string) =>
  (await world.rowsTo(to)).map(({ sid }) => sid)

const assertSentOnce = async (to: string) => {
  assert.equal(acceptedSids(to).length, 1, `${to} heard of it once`)
  assert.deepEqual(await sidsOf(to), acceptedSids(to))
}

/** Nothing is left to do at once: what was asked has been answered, and what had to be sent has been. */
const isQuiet = async () => {
  const { rows } = await world.database.query(
    `SELECT FROM graphile_worker.jobs WHERE key ~ '^(sendMessage|confirmMessage|compareDay|compareChats)'
       AND run_at < now() + interval '10 minutes'`
  )
  return rows.length === 0
}

const heardFrom = async (from: string) => {
  const { rows } = await world.database.query(
    `SELECT FROM "Message" WHERE direction = 'INBOUND' AND "from" = $1`,
    [from]
  )
  return rows.length
}

test('nothing that was sent after the backup is sent again after the restore, and what was not, is', async () => {
  const { control, account } = world.simulator
  const first = await world.start()
  busy(WAITS)
  busy(NEVER_WENT)
  for (const to of [WAITS, NEVER_WENT]) {
    assert.equal((await send(first, to)).status, 'PENDING')
  }
  for (const to of [DUE_SOON, DUE_LATER]) {
    assert.equal((await send(first, to, HOUR_MS)).status, 'SCHEDULED')
  }
  await first.stop()
  await anHourLater(DUE_SOON)
  const backup = await copyDatabase(world.databaseUrl)

  control.clearFaults()
  busy(NEVER_WENT)
  const second = await world.start()
  for (const to of [WAITS, DUE_SOON]) {
    await until(`${to} heard of it`, isAccepted(to))
  }
  await send(second, WRITTEN_AFTER)
  control.changeSettings({
    inboundUrl: `${second.url}/.redwood/functions/twilioMessage`,
  })
  await control.receive({
    from: CUSTOMER,
    to: account.phoneNumber,
    body: 'After the backup',
  })
  assert.equal(await heardFrom(CUSTOMER), 1)
  await second.stop()

  await backup.restore()
  assert.equal(await heardFrom(CUSTOMER), 0)
  assert.deepEqual(await sidsOf(WAITS), [null])

  control.clearFaults()
  await world.start()
  await until('all is asked about and sent', isQuiet, 120_000)
  for (const to of [WAITS, DUE_SOON, NEVER_WENT]) {
    await assertSentOnce(to)
  }
  // Its row is lost with what was written since the backup; it must not be sent by anybody.
  assert.equal(acceptedSids(WRITTEN_AFTER).length, 1)
  assert.equal(await heardFrom(CUSTOMER), 1, 'Twilio was asked for it')
  const [later] = await world.rowsTo(DUE_LATER)
  assert.equal(later.status, 'SCHEDULED')
  assert.deepEqual(acceptedSids(DUE_LATER), [])
})

test('a start on the database that it was asks nothing', async () => {
  const to = '+14155552007'
  await world.stopAll()
  const api = await world.start()
  busy(to)
  await send(api, to)
  await api.stop()
  const [{ status }] = await world.rowsTo(to)
  await world.start()
  const [after] = await world.rowsTo(to)
  assert.deepEqual([status, after.status], ['PENDING', 'PENDING'])
})
