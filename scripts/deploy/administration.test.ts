import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

import { buildAdministration } from '../bootstrap/buildAdministration.mjs'
import { prepareDatabase } from '../crash/support/database'

import { inProject } from './support/project'

const ENV = {
  ...process.env,
  SESSION_SECRET: 'x'.repeat(32),
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'a token',
  TWILIO_PHONE_NUMBER: '+15551234567',
}

test('the first administrator is made without what only development installs', async (t) => {
  const { url, client } = await prepareDatabase(t, 1)
  await client.query('DELETE FROM "User"')
  await buildAdministration()
  const administer = (...words: string[]) =>
    spawnSync(
      process.execPath,
      [inProject('scripts', 'bootstrap', 'run.cjs'), 'administer', ...words],
      { encoding: 'utf8', env: { ...ENV, DATABASE_URL: url } }
    )
  const who = ['--email', 'you@example.com', '--role', 'ADMIN']
  const made = administer('createUser', ...who)
  assert.equal(made.status, 0, made.stderr)
  const [first, , password] = made.stdout.trim().split('\n')
  assert.equal(first, 'you@example.com can log in now.')
  assert.ok(password.length >= 12)
  const { rows } = await client.query('SELECT email, role FROM "User"')
  assert.deepEqual(rows, [{ email: 'you@example.com', role: 'ADMIN' }])

  const unknown = administer('seedLoad')
  assert.equal(unknown.status, 1)
  assert.match(unknown.stderr, /no script "seedLoad" in production/)
})
