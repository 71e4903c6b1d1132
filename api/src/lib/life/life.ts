import { Client } from 'pg'

import { config } from 'src/lib/config/config'

/** Of an advisory lock of two numbers: what it says, and the hash of whom it says it of. */
export interface Lock {
  namespace: number
  name: string
}

/** A machine that vanished says nothing: after so long PostgreSQL takes it for dead, by itself after two hours. */
const KEEPALIVES = [
  'tcp_keepalives_idle=5',
  'tcp_keepalives_interval=2',
  'tcp_keepalives_count=3',
]
  .map((setting) => `-c ${setting}`)
  .join(' ')

/** A server that has much to do is not away: to connect anew would give it more. */
const LONGEST_MS = 15_000

/** As `pg_locks` shows it: unsigned. */
const KEY = '(hashtext($2)::bigint & 4294967295)'

const TAKE = `
  SELECT ${KEY}::text AS key, CASE WHEN NOT EXISTS (
    SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()
      AND classid = $1::int::bigint AND objid = ${KEY} AND objsubid = 2
  ) THEN pg_advisory_lock($1::int, hashtext($2)) END`

const locks = new Set<Lock>()
let connection: Promise<Client> | undefined

const take = async (client: Client, { namespace, name }: Lock) => {
  const { rows } = await client.query<{ key: string }>(TAKE, [namespace, name])
  return rows[0].key
}

const connect = async (client: Client) => {
  try {
    await client.connect()
    for (const lock of locks) {
      await take(client, lock)
    }
    return client
  } catch (error) {
    // Left open, it would have the lock one day, and keep the next one waiting for it.
    client.end().catch(() => {})
    throw error
  }
}

const open = () => {
  const client = new Client({
    connectionString: config.databaseUrl,
    options: KEEPALIVES,
    connectionTimeoutMillis: LONGEST_MS,
    query_timeout: LONGEST_MS,
  })
  const opened = connect(client)
  // Its own end only: it is told of late, when there may be another one that has the locks.
  const forget = () => {
    if (connection === opened) {
      connection = undefined
    }
  }
  client.on('error', forget)
  client.on('end', forget)
  opened.catch(forget)
  return opened
}

/**
 * The connection that this process lives by: when the process dies, PostgreSQL lets go of the locks that it holds, and
 * the others know. One that broke is another one from the next call on, with the same locks.
 */
export function lifeline(): Promise<Client> {
  connection ??= open()
  return connection
}

/** For who got no answer by it: the next one is another. */
export function cutLifeline() {
  const cut = connection
  connection = undefined
  cut?.then((client) => client.end()).catch(() => {})
}

/**
 * Says something of this process for as long as it lives, or until `letGo`.
 *
 * @returns the lock's key, as `pg_locks` shows it
 */
export async function hold(lock: Lock): Promise<string> {
  locks.add(lock)
  return take(await lifeline(), lock)
}

const release = async ({ namespace, name }: Lock) => {
  if (!connection) {
    return
  }
  const client = await connection
  await client.query('SELECT pg_advisory_unlock($1::int, hashtext($2))', [
    namespace,
    name,
  ])
  if (locks.size === 0) {
    connection = undefined
    await client.end()
  }
}

let leaving = Promise.resolve()

/**
 * One after the other: the last one ends the connection, which would break the statement of another one. Where the
 * connection is broken there is nothing to let go of.
 */
export function letGo(lock: Lock): Promise<void> {
  locks.delete(lock)
  leaving = leaving.then(() => release(lock)).catch(() => {})
  return leaving
}
