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
  /** For what other systems of the account do at Twilio. */
  account: { accountSid: string; authToken: string; phoneNumber: string }
  operator: { email: string; password: string }
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
})

export { expect }
