import { test as base, expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** What globalSetup has started, and who may log in to it. */
const started = (name: string) => {
  const value = process.env[name]
  if (!value) {
    throw new Error(`${name} is not set: the global setup has not run.`)
  }
  return value
}

interface Login {
  email: string
  password: string
}

interface Fixtures {
  /** The Twilio simulator's origin: its control API and its handset page. */
  simulatorUrl: string
  /** For what other systems of the account do at Twilio. */
  account: { accountSid: string; authToken: string; phoneNumber: string }
  operator: Login
  /** Ada Lovelace, an agent, who works beside the operator. */
  colleague: Login
  /** A page of another browser, in which the colleague is to log in. */
  colleaguePage: Page
}

export const test = base.extend<Fixtures>({
  simulatorUrl: async ({}, use) => use(started('E2E_SIMULATOR_URL')),
  account: async ({}, use) =>
    use({
      accountSid: started('E2E_TWILIO_ACCOUNT_SID'),
      authToken: started('E2E_TWILIO_AUTH_TOKEN'),
      phoneNumber: started('E2E_TWILIO_PHONE_NUMBER'),
    }),
  operator: async ({}, use) =>
    use({ email: started('E2E_EMAIL'), password: started('E2E_PASSWORD') }),
  colleague: async ({}, use) =>
    use({
      email: started('E2E_COLLEAGUE_EMAIL'),
      password: started('E2E_COLLEAGUE_PASSWORD'),
    }),
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
