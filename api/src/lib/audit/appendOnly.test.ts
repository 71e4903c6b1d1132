import { Client } from 'pg'
import { emptyDatabase } from 'test-support/emptyDatabase'

import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'

import { audit } from './audit'

const REFUSED = 'The audit log is append-only'

/** As every process connects: the tests' database lets entries go, so that each test begins with none. */
const connect = async () => {
  const client = new Client({
    connectionString: config.databaseUrl,
    options: '-c heliograph.forget_audit_before=',
  })
  await client.connect()
  return client
}

let client: Client

beforeEach(async () => {
  await emptyDatabase()
  client = await connect()
  await audit({
    group: 'ACCESS',
    action: 'logIn',
    who: { kind: 'USER', name: 'Ada' },
    where: {},
  })
})

afterEach(() => client.end())

it.each([
  ['changes', `UPDATE "AuditEntry" SET "actorName" = 'Eve'`],
  ['removes', `DELETE FROM "AuditEntry"`],
  ['removes all of', `TRUNCATE "AuditEntry"`],
  [
    'overwrites',
    `INSERT INTO "AuditEntry" SELECT * FROM "AuditEntry"
      ON CONFLICT (id) DO UPDATE SET "actorName" = 'Eve'`,
  ],
])('nobody %s an entry', async (_what, statement) => {
  await expect(client.query(statement)).rejects.toThrow(REFUSED)
  expect(await db.auditEntry.findMany()).toMatchObject([{ actorName: 'Ada' }])
})

it('the door of the retention lets go what is older, and nothing else', async () => {
  await client.query('BEGIN')
  await client.query(
    `SELECT set_config('heliograph.forget_audit_before', (now() - interval '30 days')::text, true)`
  )
  await expect(client.query(`DELETE FROM "AuditEntry"`)).rejects.toThrow(
    REFUSED
  )
  await client.query('ROLLBACK')
  await client.query('BEGIN')
  await client.query(
    `SELECT set_config('heliograph.forget_audit_before', (now() + interval '1 hour')::text, true)`
  )
  await expect(
    client.query(`UPDATE "AuditEntry" SET "actorName" = 'Eve'`)
  ).rejects.toThrow(REFUSED)
  await client.query('ROLLBACK')
  await client.query('BEGIN')
  await client.query(
    `SELECT set_config('heliograph.forget_audit_before', (now() + interval '1 hour')::text, true)`
  )
  await client.query(`DELETE FROM "AuditEntry"`)
  await client.query('COMMIT')
  // It was open for that transaction only.
  await audit({
    group: 'ACCESS',
    action: 'logIn',
    who: { kind: 'USER' },
    where: {},
  })
  await expect(client.query(`DELETE FROM "AuditEntry"`)).rejects.toThrow(
    REFUSED
  )
})
