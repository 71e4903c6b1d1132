import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { chromium, type Page } from '@playwright/test'
import type { Client } from 'pg'

import { hashPassword } from '@redwoodjs/auth-dbauth-api'

import { findChromium } from '../../browser/findChromium.mjs'
import { CHROMIUM_FLAGS } from '../../browser/flags.mjs'
import { connect } from '../database'
import { freePort } from '../servers/freePort'
import { type Server, startServer } from '../servers/server'

const PAGES = path.resolve(__dirname, '../../../web/dist/index.html')

/** Whether there is a production build of the pages. */
export const hasPages = () => fs.existsSync(PAGES)

/** A server with the pages, and an operator who has the inbox open in Chromium. */
export interface OpenInbox {
  page: Page
  server: Server
  client: Client
  /** Where the pages are, and what Twilio calls. */
  origin: string
  close: () => Promise<void>
}

interface Options {
  /** The name of the server's log. */
  log: string
  port?: number
  execArgv?: string[]
  env?: NodeJS.ProcessEnv
}

const createOperator = async (client: Client) => {
  const email = `bench-${randomUUID()}@example.com`
  const password = randomBytes(15).toString('base64url')
  const [hashedPassword, salt] = hashPassword(password)
  await client.query(
    `INSERT INTO "User" (id, email, role, "hashedPassword", salt) VALUES ($1, $2, 'AGENT', $3, $4)`,
    [randomUUID(), email, hashedPassword, salt]
  )
  return { email, password }
}

const logIn = async (
  page: Page,
  origin: string,
  { email, password }: { email: string; password: string }
) => {
  await page.goto(`${origin}/inbox/open`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.locator('[data-conversation]').first().waitFor()
}

/** Opens the inbox of a database, as it is in production. */
export async function openInbox(
  url: string,
  { log, port, execArgv, env }: Options
): Promise<OpenInbox> {
  const webPort = port ?? (await freePort())
  const origin = `http://localhost:${webPort}`
  const client = await connect(url)
  const server = await startServer('ours', await freePort(), {
    log,
    execArgv,
    env: {
      DATABASE_URL: url,
      SERVE_WEB: '1',
      WEB_PORT: `${webPort}`,
      API_BASE_URL: origin,
      LOG_LEVEL: 'warn',
      ...env,
    },
  })
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: CHROMIUM_FLAGS,
  })
  const close = async () => {
    await browser.close()
    await server.stop()
    await client.end()
  }
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
    })
    await logIn(page, origin, await createOperator(client))
    return { page, server, client, origin, close }
  } catch (error) {
    await close()
    throw error
  }
}
