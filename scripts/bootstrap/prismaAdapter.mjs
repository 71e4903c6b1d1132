import crypto from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { PrismaPg } from '@prisma/adapter-pg'
import { parseIntoClientConfig } from 'pg-connection-string'

// The catalogue's types "char" and name: https://www.postgresql.org/docs/17/datatype-character.html
const CATALOGUE_TYPES = new Set([18, 19])
const TEXT = 25

/** Migrate reads the catalogue, whose two own text types the adapter refuses: they are reported as text. */
function reportCatalogueTypesAsText(pool) {
  const query = pool.query.bind(pool)
  pool.query = async (...args) => {
    const result = await query(...args)
    for (const field of result.fields ?? []) {
      if (CATALOGUE_TYPES.has(field.dataTypeID)) {
        field.dataTypeID = TEXT
      }
    }
    return result
  }
}

/**
 * Who waits for a lock keeps all waiting that come after it, so no statement of a migration waits for longer; and where
 * it and somebody else wait for each other, it gives up before PostgreSQL looks for a deadlock (after a second), and
 * ends either of them. Then all of the migration is tried again.
 */
const LOCK_TIMEOUT_MS = 500
const PAUSE_MS = 1_000
const TRIES = 120

/** https://www.postgresql.org/docs/17/errcodes-appendix.html */
const LOCK_NOT_AVAILABLE = '55P03'
const DEADLOCK_DETECTED = '40P01'

const isLocked = ({ code }) =>
  code === LOCK_NOT_AVAILABLE || code === DEADLOCK_DETECTED

/** What a script does is done whole or not at all: PostgreSQL makes one transaction of what is sent as one. */
export async function runBesideOthers(client, script) {
  await client.query(`SET lock_timeout = ${LOCK_TIMEOUT_MS}`)
  try {
    for (let tries = 1; ; tries++) {
      try {
        return await client.query(script)
      } catch (error) {
        if (!isLocked(error) || tries === TRIES) {
          throw error
        }
        await pause(PAUSE_MS)
      }
    }
  } finally {
    await client.query('RESET lock_timeout')
  }
}

/** The adapter splits a migration at every semicolon, those in function bodies and comments too: send it whole. */
function runScriptsWhole(adapter) {
  adapter.executeScript = async (script) => {
    const client = await adapter.underlyingDriver().connect()
    try {
      await runBesideOthers(client, script)
    } catch (error) {
      adapter.onError(error)
    } finally {
      client.release()
    }
  }
}

/** `@prisma/adapter-pg` 6.19, mended where Migrate stumbles over it. The application's client doesn't need this. */
export class MigrationAdapter extends PrismaPg {
  constructor(url) {
    const { schema, ...config } = parseIntoClientConfig(url)
    // Idle connections would keep each Prisma command alive for 10 more seconds.
    super({ ...config, allowExitOnIdle: true }, { schema })
  }

  async connect() {
    const adapter = await super.connect()
    reportCatalogueTypesAsText(adapter.underlyingDriver())
    runScriptsWhole(adapter)
    return adapter
  }

  /** A scratch database. The original connects to the real one when its config has a URL, and drops too early. */
  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
    const owner = await this.connect()
    await owner.executeScript(`CREATE DATABASE "${database}"`)

    const shadow = await MigrationAdapter.prototype.connect.call(
      Object.assign(Object.create(MigrationAdapter.prototype), this, {
        config: { ...this.config, database },
      })
    )
    const close = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await close()
      await owner.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`)
      await owner.dispose()
    }
    return shadow
  }
}
