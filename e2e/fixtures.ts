import { test as base, expect } from '@playwright/test'
import type { Page } from '@playwright/test'

interface Login {
  email: string
  password: string
}

/** A server, its simulator, and who may log in. */
interface Production {
  baseUrl: string
  /** The Twilio simulator's origin: its control API and its handset page. */
  simulatorUrl: string
  /** For what other systems of the account do at Twilio. */
  account: { accountSid: string; authToken: string; phoneNumber: string }
  operator: Login
  /** Ada Lovelace, an agent, who works beside the operator. */
  colleague: Login
}

/** What the global setup has started for this worker; a worker that takes another's place after a failure has its index. */
const production = (): Production => {
  const { E2E_PRODUCTIONS, TEST_PARALLEL_INDEX } = process.env
  if (!E2E_PRODUCTIONS) {
    throw new Error('E2E_PRODUCTIONS is not set: the global setup has not run.')
  }
  return JSON.parse(E2E_PRODUCTIONS)[Number(TEST_PARALLEL_INDEX)]
}

interface Fixtures extends Omit<Production, 'baseUrl'> {
  /** A page of another browser, in which the colleague is to log in. */
  colleaguePage: Page
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(production().baseUrl),
  simulatorUrl: async ({}, use) => use(production().simulatorUrl),
  account: async ({}, use) => use(production().account),
  operator: async ({}, use) => use(production().operator),
  colleague: async ({}, use) => use(production().colleague),
  // In each test: the page runs whole under its own Content-Security-Policy.
  page: async ({ page }, use) => {
    const refused: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) {
        refused.push(message.text())
      }
    })
    await use(page)
    expect(refused).toEqual([])
  },
  colleaguePage: async ({ browser }, use) => {
    const context = await browser.newContext()
    await use(await context.newPage())
    await context.close()
  },
})

export { expect }
