import { Pool } from 'pg'

import { config } from 'src/lib/config/config'

/**
 * This process's connections, shared by Prisma, the worker and the statements that are too hot for an ORM.
 * Their number is bounded so that several processes fit into PostgreSQL's default of 100: two APIs and two workers have
 * 92 at most, with those of searches and those that they live by.
 */
export const pool = new Pool({
  connectionString: config.databaseUrl,
  // Prisma's adapter writes times without a zone, and reads them without looking at theirs: both mean UTC only in a
  // session that is in UTC, whatever the server's own time zone is.
  options: '-c TimeZone=UTC',
  max: config.databasePoolSize,
  connectionTimeoutMillis: 5_000,
  allowExitOnIdle: true,
})

// Without listeners, a connection that breaks (the database restarts) would end the process; who uses it hears of it
// from the query that fails.
pool.on('error', () => {})
pool.on('connect', (client) => client.on('error', () => {}))
