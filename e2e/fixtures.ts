import { test as base, expect } from '@playwright/test'

/** What globalSetup has started, and who may log in to it. */
const started = (name: string) => {
  const value = process.env[name]
  if (!value) {
    throw new Error(`${name} is not set: the global setup has not run.`)
  }
  return value
}

interface Fixtures {
  /** The Twilio simulator's origin: its control API and its handset page. */
  simulatorUrl: string
  operator: { email: string; password: string }
}

export const test = base.extend<Fixtures>({
  simulatorUrl: async ({}, use) => use(started('E2E_SIMULATOR_URL')),
  operator: async ({}, use) =>
    use({ email: started('E2E_EMAIL'), password: started('E2E_PASSWORD') }),
})

export { expect }
