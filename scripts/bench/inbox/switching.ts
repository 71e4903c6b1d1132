import path from 'node:path'

import type { Page } from '@playwright/test'

import { percentile } from '../measure/statistics'

import { hasPages, openInbox } from './openInbox'

/** From the click on a row of the list, in milliseconds. */
export interface Switching {
  switches: number
  /** Until the screen shows whose conversation it is. */
  head: { p50: number; p95: number }
  /** Until it shows what was written. */
  messages: { p50: number; p95: number }
}

const WARM_UP = 5
const SWITCHES = 60

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
  if (!hasPages()) {
    return null
  }
  const { page, close } = await openInbox(url, { log: 'inbox-switching' })
  try {
    await page.addScriptTag({ path: path.join(__dirname, 'openNext.js') })
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
    await close()
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
