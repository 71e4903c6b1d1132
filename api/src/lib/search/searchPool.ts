import { Pool } from 'pg'

import { config } from 'src/lib/config/config'

/** Whoever looks for something at a desk has looked away by then. */
const PATIENCE_MS = 3_000

/**
 * Connections of their own, and few: however many people search for whatever, messages find theirs free. What takes too
 * long is ended by PostgreSQL itself.
 *
 * Compiling a search (jit) costs more than it ever saves, and one search is to leave a processor for the others. What is
 * searched is mostly in memory (random_page_cost): so a conversation's messages are read from the newest on until one is
 * found, and not all of them first.
 */
export const searchPool = new Pool({
  connectionString: config.databaseUrl,
  options: [
    'TimeZone=UTC',
    `statement_timeout=${PATIENCE_MS}`,
    'jit=off',
    'max_parallel_workers_per_gather=0',
    'random_page_cost=1.1',
  ]
    .map((setting) => `-c ${setting}`)
    .join(' '),
  max: 4,
  connectionTimeoutMillis: 5_000,
  allowExitOnIdle: true,
})

// See pool.ts.
searchPool.on('error', () => {})
searchPool.on('connect', (client) => client.on('error', () => {}))
