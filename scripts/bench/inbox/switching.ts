import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { chromium, type Page } from '@playwright/test'
import type { Client } from 'pg'

import { hashPassword } from '@redwoodjs/auth-dbauth-api'

import { findChromium } from '../../browser/findChromium.mjs'
import { CHROMIUM_FLAGS } from '../../browser/flags.mjs'
import { connect } from '../database'
import { percentile } from '../measure/statistics'
import { freePort } from '../servers/freePort'
import { startServer } from '../servers/server'

/** From the click on a row of the list, in milliseconds. */
export interface Switching {
  switches: number
  /** Until the screen shows whose conversation it is. */
  head: { p50: number; p95: number }
  /** Until it shows what was written. */
  messages: { p50: number; p95: number }
}

const PAGES = path.resolve(__dirname, '../../../web/dist/index.html')

const WARM_UP = 5
const SWITCHES = 60

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

interface Opened {
  id: string
  head: number
  messages: number
}

const openNext = (page: Page, last: string | null) =>
  page.evaluate<Opened>(`openNext(${JSON.stringify(last)})`)

const describe = (all: number[]) => ({
  p50: percentile(all, 0.5),
  p95: percentile(all, 0.95),
})

/**
 * One conversation after the other, as who works through the list does, in Chromium on the production build.
 *
 * @returns null where there is no build of the pages
 */
export async function measureSwitching(url: string): Promise<Switching | null> {
  if (!fs.existsSync(PAGES)) {
    return null
  }
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const client = await connect(url)
  const server = await startServer('ours', await freePort(), {
    log: 'inbox-switching',
    env: {
      DATABASE_URL: url,
      SERVE_WEB: '1',
      WEB_PORT: `${port}`,
      API_BASE_URL: origin,
      LOG_LEVEL: 'warn',
    },
  })
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: CHROMIUM_FLAGS,
  })
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
    })
    await page.addInitScript({ path: path.join(__dirname, 'openNext.js') })
    await logIn(page, origin, await createOperator(client))
    const taken: Opened[] = []
    let last: string | null = null
    for (let n = 0; n < WARM_UP + SWITCHES; n++) {
      const opened: Opened = await openNext(page, last)
      last = opened.id
      taken.push(opened)
    }
    const measured = taken.slice(WARM_UP)
    return {
      switches: measured.length,
      head: describe(measured.map(({ head }) => head)),
      messages: describe(measured.map(({ messages }) => messages)),
    }
  } finally {
    await browser.close()
    await server.stop()
    await client.end()
  }
}

export const switchingLine = (switching: Switching | null) => {
  if (!switching) {
    return 'Switching conversations: not measured, as there is no build of the pages (npm run build).'
  }
  const { switches, head, messages } = switching
  const times = ({ p50, p95 }: { p50: number; p95: number }) =>
    `${p50.toFixed(0)} ms (p50), ${p95.toFixed(0)} ms (p95)`
  return `Switching conversations, ${switches} times: its head is painted after ${times(head)}, its messages after ${times(messages)}.`
}
