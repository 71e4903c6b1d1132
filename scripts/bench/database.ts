import { createHash, randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'

import { Client } from 'pg'

import { CONVERSATIONS } from './load/callbacks'

/** A connection for the benchmark's own work. */
export async function connect(
  connectionString = process.env.DATABASE_URL
): Promise<Client> {
  const client = new Client({ connectionString })
  await client.connect()
  return client
}

const idOf = (number: string) =>
  `('01900000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

/**
 * The state that each round begins with: `messages` messages that Twilio has accepted, each with the event that says
 * so, and nothing else.
 */
export async function layOutMessages(client: Client, messages: number) {
  await client.query(`
    TRUNCATE "Contact", "Conversation", "Message", "StatusEvent", "Media" RESTART IDENTITY CASCADE;
    INSERT INTO "Contact" (id, address)
    SELECT ${idOf('n')}, '+1415' || lpad(n::text, 7, '0')
    FROM generate_series(0, ${CONVERSATIONS - 1}) n;
    INSERT INTO "Conversation" (id, "contactId", channel, "senderAddress")
    SELECT id, id, 'SMS', '+15005550006' FROM "Contact";
    INSERT INTO "Message" (id, sid, "conversationId", direction, channel, "from", "to", body, status, "createdAt")
    SELECT ${idOf('n')}, 'SM' || md5(n::text), ${idOf(`n % ${CONVERSATIONS}`)}, 'OUTBOUND', 'SMS',
      '+15005550006', '+1415' || lpad((n % ${CONVERSATIONS})::text, 7, '0'),
      'Your parcel arrives today between 2 and 4 p.m.', 'QUEUED', now() + n * interval '1 millisecond'
    FROM generate_series(0, ${messages - 1}) n;
    INSERT INTO "StatusEvent" ("messageId", sid, status, source, disposition)
    SELECT id, sid, 'QUEUED', 'API', 'APPLIED' FROM "Message" ORDER BY id`)
  await client.query('VACUUM ANALYZE "Message"')
  await client.query('VACUUM ANALYZE "StatusEvent"')
  await client.query('CHECKPOINT')
}

export interface Proof {
  /** Events that callbacks made. */
  events: number
  /** Messages whose status is not the furthest of their events'. */
  wrong: number
}

/** What the database says of the callbacks that were acknowledged. */
export async function prove(client: Client): Promise<Proof> {
  const { rows } = await client.query<Proof>(`
    SELECT
      (SELECT count(*)::int FROM "StatusEvent" WHERE source = 'CALLBACK') AS events,
      (SELECT count(*)::int FROM "Message" m
       WHERE status <> (SELECT max(e.status::"MessageStatus") FROM "StatusEvent" e WHERE e."messageId" = m.id)) AS wrong`)
  return rows[0]
}

/** A program's key, as lib/access makes them. */
export async function createApiKey(
  client: Client,
  role: 'VIEWER' | 'AGENT' = 'VIEWER'
): Promise<string> {
  const key = `hg_${randomBytes(32).toString('base64url')}`
  const hash = createHash('sha256').update(key).digest('hex')
  await client.query(
    `INSERT INTO "ApiKey" (id, name, role, hash, prefix) VALUES ($1, 'Benchmark', $2, $3, $4)`,
    [randomUUID(), role, hash, key.slice(0, 11)]
  )
  return key
}

const TICKS_PER_SECOND = 100

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the 14th and the 15th field, counted behind the name. */
const cpuTicks = (pid: number) => {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11]) + Number(fields[12])
}

/** Ticks of CPU by connection to this database; none where the system doesn't say it (only Linux does). */
async function ticksByConnection(client: Client) {
  const { rows } = await client.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE datname = current_database()'
  )
  try {
    return new Map(rows.map(({ pid }) => [pid, cpuTicks(pid)]))
  } catch {
    return new Map<number, number>()
  }
}

/** @returns a function that gives the seconds of CPU that this database's connections have used since; NaN: unknown */
export async function watchDatabaseCpu(client: Client) {
  const before = await ticksByConnection(client)
  return async () => {
    const after = await ticksByConnection(client)
    const used = [...after].map(
      ([pid, ticks]) => ticks - (before.get(pid) ?? 0)
    )
    const ticks = used.reduce((sum, one) => sum + one, 0)
    return after.size > 0 ? ticks / TICKS_PER_SECOND : NaN
  }
}
