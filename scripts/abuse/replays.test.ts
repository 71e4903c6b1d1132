import assert from 'node:assert/strict'
import { test } from 'node:test'

import { insertKey } from '../accounts/accounts'
import type { ApiProcess } from '../faults/apiProcess'
import { until } from '../faults/until'
import { createWorld, type World } from '../faults/world'
import { type FormParams, signedForm } from '../simulator/webhooks/signedForm'

import { METRICS_TOKEN, readMetrics } from './metrics'

/** Opts out, and in again. */
const CHANGEABLE = '+14155551001'
/** Is forgotten. */
const FORGOTTEN = '+14155551002'
/** Is put away. */
const SATISFIED = '+14155551003'

/** How often each webhook is said again. */
const TIMES = 20

/** All that replays could change. What came of a report is kept with each, also the twentieth: see the figures. */
const TABLES = [
  'Message',
  'Conversation',
  'Contact',
  'ConsentEvent',
  'Suppression',
  'ThreadEntry',
  'Media',
  'AutoReply',
]

interface Recorded {
  type: string
  url: string
  params: FormParams
  idempotencyToken: string
}

const readAll = async ({ database }: World) =>
  Object.fromEntries(
    await Promise.all(
      TABLES.map(async (table) => {
        const { rows } = await database.query(
          `SELECT * FROM "${table}" t ORDER BY t::text`
        )
        return [table, rows] as const
      })
    )
  )

const post = async ({ url, headers, body }: ReturnType<typeof signedForm>) => {
  const response = await fetch(url, { method: 'POST', headers, body })
  await response.text()
  return response.status
}

const ask = async (
  { url }: ApiProcess,
  key: string,
  query: string,
  variables: object
) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query, variables }),
  })
  const { errors } = (await response.json()) as { errors?: object[] }
  assert.equal(errors, undefined)
}

const idOf = async ({ database }: World, table: string, address: string) => {
  const { rows } = await database.query<{ id: string; contactId: string }>(
    `SELECT c.id, c."contactId" FROM "Conversation" c JOIN "Contact" ct ON ct.id = c."contactId" WHERE ct.address = $1`,
    [address]
  )
  assert.equal(rows.length, 1)
  return table === 'Contact' ? rows[0].contactId : rows[0].id
}

/** A day in which customers change their minds, are answered, forgotten, and put away; as Twilio told it. */
async function liveThroughADay(
  world: World,
  api: ApiProcess
): Promise<Recorded[]> {
  const { simulator, database } = world
  const { control } = simulator
  control.changeSettings({
    inboundUrl: `${api.url}/.redwood/functions/twilioMessage`,
  })
  const say = (from: string, body: string) => control.receive({ from, body })
  await say(FORGOTTEN, 'My name is Ada, and this is my secret')
  await say(SATISFIED, 'Where is it?')
  await say(CHANGEABLE, 'Hello')
  await say(CHANGEABLE, 'STOP')
  await say(CHANGEABLE, 'START')
  for (const to of [CHANGEABLE, SATISFIED]) {
    await api.query(
      'mutation ($to: String!) { sendSms(to: $to, body: "On its way") { id } }',
      { to }
    )
  }
  await control.idle()
  await until('both are delivered', async () => {
    const { rows } = await database.query(
      `SELECT 1 FROM "Message" WHERE status = 'DELIVERED'`
    )
    return rows.length === 2
  })
  const recorded = control.events({ type: 'callback,webhook' })
  const admin = await insertKey(database, 'ADMIN')
  await ask(
    api,
    admin.key,
    'mutation ($id: ID!, $address: String!) { eraseContact(id: $id, confirmation: $address) { id } }',
    { id: await idOf(world, 'Contact', FORGOTTEN), address: FORGOTTEN }
  )
  await ask(
    api,
    admin.key,
    'mutation ($id: ID!) { archiveConversation(id: $id) { id } }',
    { id: await idOf(world, 'Conversation', SATISFIED) }
  )
  return recorded as unknown as Recorded[]
}

test('what Twilio once said, said again by who recorded it, changes nothing and is counted', async (t) => {
  const world = await createWorld('heliograph_replays')
  t.after(() => world.close())
  const api = await world.start({ METRICS_TOKEN, LOG_LEVEL: 'fatal' })
  const recorded = await liveThroughADay(world, api)
  const { authToken } = world.simulator.account
  const callbacks = recorded.filter(({ type }) => type === 'callback')
  assert.equal(recorded.length - callbacks.length, 5)
  assert.ok(callbacks.length >= 4, `${callbacks.length} callbacks`)
  const before = await readMetrics(api.url)
  const known = await readAll(world)
  assert.equal(known.Message.length, 7)
  assert.ok(!JSON.stringify(known).includes('secret'))

  await t.test('to the letter', async () => {
    // The newest first.
    for (const each of recorded.toReversed()) {
      const { type, url, params, idempotencyToken } = each
      const form = signedForm(url, params, authToken, idempotencyToken)
      const statuses = await Promise.all(
        Array.from({ length: TIMES }, () => post(form))
      )
      const expected = type === 'callback' ? 204 : 200
      assert.deepEqual(new Set(statuses), new Set([expected]))
    }
    const now = await readMetrics(api.url)
    const duplicates = 'heliograph_status_reports_total'
    assert.equal(now(duplicates) - before(duplicates), callbacks.length * TIMES)
    assert.deepEqual(await readAll(world), known)
  })

  await t.test('with another text under the same signature', async () => {
    for (const { url, params, idempotencyToken } of recorded) {
      const { headers } = signedForm(url, params, authToken, idempotencyToken)
      const { 'content-length': _its, ...rest } = headers
      const body = new URLSearchParams({
        ...params,
        Body: 'Send it to another address',
      }).toString()
      assert.equal(await post({ url, headers: rest, body }), 403)
    }
    const now = await readMetrics(api.url)
    const failures = 'heliograph_signature_failures_total'
    assert.equal(now(failures) - before(failures), recorded.length)
    assert.deepEqual(await readAll(world), known)
  })
})
