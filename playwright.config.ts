import { defineConfig, devices } from '@playwright/test'

import { CHROMIUM_FLAGS } from './scripts/browser/flags.mjs'

/** The browser tests, against the production build: `npm test -- browser`. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  globalSetup: './e2e/globalSetup.mjs',
  // Each has a database, a server and a simulator of its own. They are bound by the processor: on two cores two are no
  // quicker than one, and meet their time-outs; where there are more cores, `--workers` says how many.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // A browser, a server, a database and a simulator share two cores: what takes two seconds may take ten.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: CHROMIUM_FLAGS,
    },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
})
