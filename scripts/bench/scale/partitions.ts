import type { Client } from 'pg'

import { watchDatabaseCpu } from '../database'

export interface PartitionFigures {
  name: string
  rows: number
  days: number
  /** Of PostgreSQL, for all inserts. */
  cpuSeconds: number
  /** Of the write-ahead log, for all inserts. */
  walBytes: number
  indexBytes: number
  /** Of the largest index that inserts of the last day go into: what has to be in memory. */
  hotIndexBytes: number
  /** The first day's rows go. */
  forget: { cpuSeconds: number; walBytes: number }
}

const DAYS = 10
const BATCH = 20_000

const COLUMNS = `
  id bigint GENERATED ALWAYS AS IDENTITY, "messageId" uuid, sid text NOT NULL, status text NOT NULL,
  source text NOT NULL, disposition text NOT NULL, "errorCode" integer, "errorDetail" text, params jsonb,
  position bigint NOT NULL, "receivedAt" timestamptz(3) NOT NULL`

/** The timeline's, and one by SID for the partial ones; a partitioned table's keys must hold what it is divided by. */
const INDEXES = (table: string) => `
  CREATE INDEX ON ${table} ("messageId", position);
  CREATE INDEX ON ${table} (sid)`

const START = "timestamptz '2026-01-01'"

const day = (n: number) => `${START} + interval '${n} days'`

const LAYOUTS = [
  {
    name: 'one table',
    table: 'bench_plain',
    make: `CREATE TABLE bench_plain (${COLUMNS}, PRIMARY KEY (id));${INDEXES('bench_plain')}`,
    forget: `DELETE FROM bench_plain WHERE "receivedAt" < ${day(1)}`,
  },
  {
    name: 'a partition for each day',
    table: 'bench_days',
    make: `CREATE TABLE bench_days (${COLUMNS}, PRIMARY KEY (id, "receivedAt")) PARTITION BY RANGE ("receivedAt");
      ${INDEXES('bench_days')};
      DO $$ BEGIN FOR n IN 0..${DAYS - 1} LOOP
        EXECUTE format('CREATE TABLE bench_days_%s PARTITION OF bench_days FOR VALUES FROM (%L) TO (%L)',
          n, ${START} + n * interval '1 day', ${START} + (n + 1) * interval '1 day');
      END LOOP; END $$`,
    forget: 'DROP TABLE bench_days_0',
  },
]

/** Events of messages in no order, as callbacks come, and of time in its order. */
const insert = (table: string, from: number, rows: number) => `
  INSERT INTO ${table} ("messageId", sid, status, source, disposition, position, "receivedAt", params)
  SELECT md5((n / 3)::text)::uuid, 'SM' || md5((n / 3)::text), 'DELIVERED', 'CALLBACK', 'APPLIED', n,
    ${START} + n * interval '${DAYS} days' / ${rows}, '{"RawDlrDoneDate":"2611201430"}'
  FROM generate_series(${from}, ${Math.min(from + BATCH, rows) - 1}) n`

const measured = async (client: Client, work: () => Promise<unknown>) => {
  const lsn = 'SELECT pg_current_wal_insert_lsn() AS lsn'
  const [{ lsn: before }] = (await client.query(lsn)).rows
  const cpu = await watchDatabaseCpu(client)
  await work()
  const cpuSeconds = await cpu()
  const { rows } = await client.query(
    'SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1)::float AS bytes',
    [before]
  )
  return { cpuSeconds, walBytes: rows[0].bytes as number }
}

const indexesOf = async (client: Client, table: string) => {
  const { rows } = await client.query<{ bytes: number; last: boolean }>(
    `SELECT pg_relation_size(i.indexrelid)::float AS bytes,
       i.indrelid::regclass::text IN ($1, $1 || '_${DAYS - 1}') AS last
     FROM pg_index i WHERE i.indrelid::regclass::text ~ ('^' || $1 || '(_\\d+)?$')`,
    [table]
  )
  return {
    indexBytes: rows.reduce((all, { bytes }) => all + bytes, 0),
    hotIndexBytes: Math.max(
      ...rows.filter(({ last }) => last).map(({ bytes }) => bytes)
    ),
  }
}

/** StatusEvent as one table and as one for each day: the same events into both, and what it takes to forget a day. */
export async function measurePartitions(
  client: Client,
  rows: number
): Promise<PartitionFigures[]> {
  const all: PartitionFigures[] = []
  for (const { name, table, make, forget } of LAYOUTS) {
    await client.query(`DROP TABLE IF EXISTS ${table} CASCADE; ${make}`)
    const inserts = await measured(client, async () => {
      for (let from = 0; from < rows; from += BATCH) {
        await client.query(insert(table, from, rows))
      }
    })
    const indexes = await indexesOf(client, table)
    const forgetting = await measured(client, () => client.query(forget))
    await client.query(`DROP TABLE ${table} CASCADE`)
    all.push({
      ...{ name, rows, days: DAYS },
      ...inserts,
      ...indexes,
      forget: forgetting,
    })
  }
  return all
}
