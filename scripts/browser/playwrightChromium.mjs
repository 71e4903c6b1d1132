import { spawnSync } from 'node:child_process'

import { inRoot } from '../bootstrap/paths.mjs'

import { runs } from './systemChromium.mjs'

/** The Chromium that Playwright keeps for itself; with `download`, it is fetched first. */
export async function playwrightChromium({ download = false } = {}) {
  const { chromium } = await import('@playwright/test')
  if (download) {
    const cli = inRoot('node_modules', '@playwright', 'test', 'cli.js')
    spawnSync(process.execPath, [cli, 'install', 'chromium'], {
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: 180_000,
    })
  }
  const file = chromium.executablePath()
  return runs(file) ? file : undefined
}
