import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'

import { signedForm } from '../simulator/webhooks/signedForm'

import type { ApiProcess } from './apiProcess'
import { createWorld, type World } from './world'

let world: World

before(async () => {
  world = await createWorld('heliograph_burst')
})
after(() => world.close())

const PATH = '/.redwood/functions/twilioMessage'

/** Twilio's webhook for a message that somebody wrote to us; resolves with the answer's status. */
const receive = async (api: ApiProcess, from: string, text: string) => {
  const { accountSid, authToken, phoneNumber } = world.simulator.account
  const params = {
    MessageSid: `SM${randomBytes(16).toString('hex')}`,
    AccountSid: accountSid,
    From: from,
    To: phoneNumber,
    Body: text,
    NumMedia: '0',
  }
  const url = api.url + PATH
  const { headers, body } = signedForm(
    url,
    params,
    authToken,
    params.MessageSid
  )
  const response = await fetch(url, { method: 'POST', headers, body })
  await response.text()
  return response.status
}

const tally = (statuses: number[]) =>
  statuses.reduce<Record<number, number>>((counts, status) => {
    counts[status] = (counts[status] ?? 0) + 1
    return counts
  }, {})

const countMessages = async (from: string) => {
  const { rows } = await world.database.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM "Message" WHERE "from" LIKE $1`,
    [from]
  )
  return rows[0].n
}

test('three hundred messages at once, from as many numbers, into a server that has just started: each is taken', async () => {
  const api = await world.start()
  const statuses = await Promise.all(
    Array.from({ length: 300 }, (_, n) =>
      receive(api, `+1415555${1000 + n}`, 'At once')
    )
  )
  assert.deepEqual(tally(statuses), { 200: 300 })
  assert.equal(await countMessages('+1415555%'), 300)
})

test('fifty at once from one number that was never heard of: one conversation', async () => {
  const api = await world.start()
  const statuses = await Promise.all(
    Array.from({ length: 50 }, (_, n) => receive(api, '+14155560000', `${n}`))
  )
  assert.deepEqual(tally(statuses), { 200: 50 })
  assert.equal(await countMessages('+14155560000'), 50)
  const { rows } = await world.database.query(
    `SELECT "messageCount", "unreadCount" FROM "Conversation" c JOIN "Contact" ON "Contact".id = c."contactId"
     WHERE address = '+14155560000'`
  )
  assert.deepEqual(rows, [{ messageCount: 50, unreadCount: 50 }])
})
