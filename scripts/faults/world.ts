import { randomBytes } from 'node:crypto'

import pg from 'pg'

import { insertKey } from '../accounts/accounts'
import { buildApi } from '../bootstrap/apiBuild.mjs'
import { prepareEnv } from '../bootstrap/env.mjs'
import { freePort } from '../bootstrap/ports.mjs'
import { prepareTestDatabase } from '../bootstrap/testDatabase.mjs'
import { createSimulator, type Simulator } from '../simulator/createSimulator'

import { type ApiProcess, startApi } from './apiProcess'

export interface Row {
  id: string
  sid: string | null
  status: string
  errorCode: number | null
  attempt: number
}

/** A simulator, a database, and as many API processes as a test wants. */
export interface World {
  simulator: Simulator
  database: pg.Pool
  databaseUrl: string
  start: (env?: NodeJS.ProcessEnv) => Promise<ApiProcess>
  /** The row that was written for a recipient. */
  rowsTo: (to: string) => Promise<Row[]>
  /** Stops all API processes. */
  stopAll: () => Promise<void>
  close: () => Promise<void>
}

const hex = (bytes: number) => randomBytes(bytes).toString('hex')

/** Twilio answers within a second or never, and is asked after one: so that a test of an hour's patience takes seconds. */
const IMPATIENT = {
  TWILIO_TIMEOUT_MS: '1000',
  RECONCILE_UNCONFIRMED_SECONDS: '1',
  // A callback that comes while nobody answers for fifteen seconds is lost; the reconciler asks every minute.
  RECONCILE_STUCK_SECONDS: '5',
  WORKER: 'inline',
}

/** @param given the URL of an empty database of another server; left out, it is `name` in the embedded one */
export async function createWorld(
  name: string,
  given?: string
): Promise<World> {
  prepareEnv()
  await buildApi()
  const url = await prepareTestDatabase(name, given)
  const database = new pg.Pool({ connectionString: url })
  // A connection that breaks, since its database is dropped, is told to who uses it.
  database.on('error', () => {})
  const { key: apiKey } = await insertKey(database, 'AGENT')
  const account = { accountSid: `AC${hex(16)}`, authToken: hex(16) }
  // Twilio's retries of a callback must outlast our restart: five of them in its fifteen seconds.
  const simulator = createSimulator({
    account,
    settings: { retryDelay: 2_500 },
  })
  await simulator.listen()
  const processes: ApiProcess[] = []
  const publicPort = await freePort()
  const stopAll = async () => {
    await Promise.all(processes.map(({ stop }) => stop()))
  }
  return {
    simulator,
    database,
    databaseUrl: url,
    start: async (env = {}) => {
      const alive = processes.some((process) => process.isAlive())
      // Who starts again has the address that Twilio knows.
      const port = alive ? await freePort() : publicPort
      const api = await startApi({
        port,
        apiKey,
        env: {
          ...IMPATIENT,
          DATABASE_URL: url,
          API_BASE_URL: `http://localhost:${port}`,
          TWILIO_ACCOUNT_SID: account.accountSid,
          TWILIO_AUTH_TOKEN: account.authToken,
          TWILIO_PHONE_NUMBER: simulator.account.phoneNumber,
          TWILIO_API_BASE_URL: simulator.url,
          SESSION_SECRET: hex(32),
          ...env,
        },
      })
      processes.push(api)
      return api
    },
    rowsTo: async (to) => {
      const { rows } = await database.query<Row>(
        `SELECT id, sid, status, "errorCode", attempt FROM "Message" WHERE "to" = $1`,
        [to]
      )
      return rows
    },
    stopAll,
    close: async () => {
      await stopAll()
      await simulator.close()
      await database.end()
    },
  }
}
