import type { Client } from 'pg'

import { withClient } from '../../bootstrap/database.mjs'

export interface Backup {
  /** Puts the database back to what it was, whoever is still connected. */
  restore: () => Promise<void>
}

/** Another database of the same server, for what can't be done from within one. */
export const besides = (url: string, database: string) => {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

export const nameOf = (url: string) => new URL(url).pathname.slice(1)

/** Drops the database, and has it made again by `statement`. */
export const remake = (url: string, statement: string) =>
  withClient(besides(url, 'postgres'), async (client: Client) => {
    await client.query(`DROP DATABASE IF EXISTS "${nameOf(url)}" WITH (FORCE)`)
    await client.query(statement)
  })

/** A copy that PostgreSQL makes by itself, which needs no tools; whoever is connected is cut off. */
export async function copyDatabase(url: string): Promise<Backup> {
  const name = nameOf(url)
  await withClient(besides(url, 'postgres'), (client: Client) =>
    client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1',
      [name]
    )
  )
  const copy = `${name}_backup`
  await remake(
    besides(url, copy),
    `CREATE DATABASE "${copy}" TEMPLATE "${name}"`
  )
  return {
    restore: () => remake(url, `CREATE DATABASE "${name}" TEMPLATE "${copy}"`),
  }
}
