import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { prepareEnv } from '../../bootstrap/env.mjs'
import { freePort } from '../../bootstrap/ports.mjs'
import { ensurePrismaClient } from '../../bootstrap/prismaClient.mjs'
import { prepareTestDatabase } from '../../bootstrap/testDatabase.mjs'
import { startRedis } from '../../crash/support/redis'
import { createSimulator } from '../../simulator/createSimulator'

import { type Running, start } from './processes'

export interface Demo {
  /** What commands find in their environment. */
  env: NodeJS.ProcessEnv
  /** Has the addresses of this run in place of those that the pages name. */
  localize: (text: string) => string
  close: () => Promise<void>
}

const hex = (bytes: number) => randomBytes(bytes).toString('hex')

/** As the pages have them; the last is that of a receiver of webhooks. */
const PORTS = {
  WEB_PORT: 8910,
  API_PORT: 8911,
  SIMULATOR_PORT: 8912,
  RECEIVER_PORT: 8999,
} as const

type Ports = Record<keyof typeof PORTS, string>

export async function freePorts(): Promise<Ports> {
  const ports = await Promise.all(
    Object.keys(PORTS).map(async (name) => [name, `${await freePort()}`])
  )
  return Object.fromEntries(ports)
}

export const localizer = (ports: Ports) => (text: string) =>
  Object.entries(PORTS).reduce(
    (told, [name, port]) =>
      told.replaceAll(String(port), ports[name as keyof Ports]),
    text
  )

/** What is served to whoever follows the pages: production, by its own command, and the simulator in Twilio's place. */
export async function startDemo(database = 'heliograph_docs'): Promise<Demo> {
  prepareEnv()
  // Else the first command says that it makes one.
  await ensurePrismaClient()
  const ports = await freePorts()
  const simulator = createSimulator({
    account: { accountSid: `AC${hex(16)}`, authToken: hex(16) },
    settings: {
      delays: { sent: 0, delivered: 0 },
      inboundUrl: `http://localhost:${ports.WEB_PORT}/.redwood/functions/twilioMessage`,
    },
  })
  await simulator.listen(Number(ports.SIMULATOR_PORT))
  const redis = await startRedis()
  const media = fs.mkdtempSync(path.join(os.tmpdir(), 'heliograph-docs-'))
  const { NODE_ENV: _none, ...environment } = process.env
  const env = {
    ...environment,
    ...ports,
    DATABASE_URL: await prepareTestDatabase(database),
    API_BASE_URL: `http://localhost:${ports.WEB_PORT}`,
    TWILIO_ACCOUNT_SID: simulator.account.accountSid,
    TWILIO_AUTH_TOKEN: simulator.account.authToken,
    TWILIO_PHONE_NUMBER: simulator.account.phoneNumber,
    TWILIO_API_BASE_URL: simulator.url,
    SESSION_SECRET: hex(32),
    METRICS_TOKEN: hex(16),
    MEDIA_FOLDER: media,
    REDIS_URL: redis.url,
    WEBHOOK_ALLOWED_HOSTS: 'localhost',
  }
  let server: Running | undefined
  const close = async () => {
    await server?.stop()
    await redis.die()
    await simulator.close()
    fs.rmSync(media, { recursive: true, force: true })
  }
  try {
    // What stands in Redis's place for the commands passes nothing on.
    server = start('npm', ['run', 'serve'], { ...env, REDIS_URL: '' })
    await server.untilAnswering([
      `${env.API_BASE_URL}/.redwood/functions/health`,
    ])
    return { env, localize: localizer(ports), close }
  } catch (error) {
    await close()
    throw error
  }
}
