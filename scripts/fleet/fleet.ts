import { randomBytes } from 'node:crypto'

import pg from 'pg'

import { createApiKey } from '../bench/database'
import { buildApi } from '../bootstrap/apiBuild.mjs'
import { prepareEnv } from '../bootstrap/env.mjs'
import { freePort } from '../bootstrap/ports.mjs'
import { prepareTestDatabase } from '../bootstrap/testDatabase.mjs'
import { findRedis } from '../redis/findRedis.mjs'
import { type RedisServer, startRedis } from '../redis/startRedis'
import { createSimulator, type Simulator } from '../simulator/createSimulator'

import { type Balancer, startBalancer } from './balancer'
import { createMember, type Member } from './member'

/** Two API processes, two workers, Redis, a database, a Twilio, and a load balancer in front. */
export interface Fleet {
  simulator: Simulator
  redis: RedisServer
  balancer: Balancer
  database: pg.Pool
  databaseUrl: string
  apis: [Member, Member]
  workers: [Member, Member]
  /** An agent's. */
  key: string
  /** Requests that may come without a good signature from one address. */
  perMinute: number
  /** Milliseconds from the spawn of the first API process to its first good `health`. */
  readyAfterMs: number
}

const hex = (bytes: number) => randomBytes(bytes).toString('hex')

/** How the webhooks are set up, as the page of the setup says. */
const REPEATED = '#rc=5&rp=all'

const PER_MINUTE = 60

/** Of the locks of workers (lib/jobs/liveness): each of its five runners holds one. */
const RUNNERS = `
  SELECT count(*)::int AS n FROM pg_locks JOIN pg_stat_activity USING (pid)
  WHERE locktype = 'advisory' AND classid = 72831 AND granted AND application_name = $1`

export const redisProgram = findRedis()

/** What is said where there is no Redis to be had. */
export const WITHOUT_REDIS = redisProgram
  ? false
  : 'LEFT OUT, since this machine has no Redis: several processes. Install redis-server, or name one by REDIS_SERVER_PATH.'

/** What has been started, the latest first. */
const closers: (() => Promise<unknown>)[] = []

async function createFleet(settings: NodeJS.ProcessEnv): Promise<Fleet> {
  prepareEnv()
  await buildApi()
  const databaseUrl = await prepareTestDatabase('heliograph_fleet')
  const database = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'test',
    max: 4,
  })
  closers.unshift(() => database.end())
  // Some tests cut off whoever is connected.
  database.on('error', () => {})
  const client = await database.connect()
  const key = await createApiKey(client as unknown as pg.Client, 'AGENT')
  client.release()

  const redis = await startRedis(redisProgram as string)
  closers.unshift(redis.close)
  const ports = [await freePort(), await freePort()]
  const balancer = await startBalancer(ports)
  closers.unshift(balancer.close)
  const account = { accountSid: `AC${hex(16)}`, authToken: hex(16) }
  const simulator = createSimulator({
    account,
    settings: {
      inboundUrl: `${balancer.url}/.redwood/functions/twilioMessage${REPEATED}`,
      delays: { sent: 100, delivered: 400 },
    },
  })
  await simulator.listen()
  closers.unshift(simulator.close)
  const env = {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redis.url,
    WORKER: 'external',
    API_BASE_URL: balancer.url,
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_PHONE_NUMBER: simulator.account.phoneNumber,
    TWILIO_API_BASE_URL: simulator.url,
    SESSION_SECRET: hex(32),
    LOG_LEVEL: 'warn',
    ANONYMOUS_PER_MINUTE: `${PER_MINUTE}`,
    // The balancer looks every 0.3 s.
    DRAIN_SECONDS: '1',
    ...settings,
  }
  const works = async (name: string) => {
    const { rows } = await database.query<{ n: number }>(RUNNERS, [name])
    return rows[0].n === 5
  }
  const api = (name: string, port: number) =>
    createMember({ name, port, env, works })
  const worker = (name: string) => createMember({ name, env, works })
  const apis: Fleet['apis'] = [api('API-A', ports[0]), api('API-B', ports[1])]
  const workers: Fleet['workers'] = [worker('worker-1'), worker('worker-2')]
  const members = [...apis, ...workers]
  closers.unshift(() =>
    Promise.all(members.map((member) => member.end('SIGTERM')))
  )
  const readyAfterMs = await apis[0].start()
  await Promise.all([apis[1], ...workers].map((member) => member.start()))
  return {
    simulator,
    redis,
    balancer,
    database,
    databaseUrl,
    apis,
    workers,
    key,
    perMinute: PER_MINUTE,
    readyAfterMs,
  }
}

/** Twilio answers within a second or never, and is asked after one. */
const IMPATIENT = {
  TWILIO_TIMEOUT_MS: '1000',
  RECONCILE_UNCONFIRMED_SECONDS: '1',
}

let fleet: Promise<Fleet> | undefined

/** Stops all that was started, also where something did not start. */
export const closeFleet = async () => {
  fleet = undefined
  for (const close of closers.splice(0)) {
    await close()
  }
}

/** The one fleet of the tests of this run that want nothing else. */
export const theFleet = () => (fleet ??= createFleet(IMPATIENT))

/** One whose processes have the settings that they have by themselves, instead of the one before. */
export const anotherFleet = async () => {
  await closeFleet()
  return createFleet({})
}
