import fs from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import type { Page } from '@playwright/test'

import { percentile } from '../measure/statistics'
import { table } from '../report/table'

import { hasPages, openInbox } from './openInbox'

/** How somebody opens the next conversation. */
export type Way = 'mouse' | 'key' | 'script'

/** From the click, or the press of the key, in milliseconds. */
export interface Switching {
  way: Way
  switches: number
  /** Until the screen shows whose conversation it is. */
  head: { p50: number; p95: number }
  /** Until it shows what was written. */
  messages: { p50: number; p95: number }
}

const OPEN_NEXT = path.join(__dirname, 'openNext.js')

const PER_WAY = 40
const WARM_UP = 5

/** So long a hand rests on a row before it clicks, and somebody looks at a conversation before the next one. */
const REST_MS = 100
const READING_MS = 500

interface Row {
  id: string
  x: number
  y: number
}

interface Opened {
  head: number
  messages: number
}

const NAMES: Record<Way, string> = {
  mouse: `by the mouse, ${REST_MS} ms after it came to the row`,
  key: `by J, ${READING_MS} ms after the last one`,
  script: 'out of the blue: nothing asked for ahead',
}

const WAYS: Record<Way, (page: Page, row: Row) => Promise<unknown>> = {
  mouse: async ({ mouse }, { x, y }) => {
    await mouse.move(x, y)
    await wait(REST_MS)
    await mouse.click(x, y)
  },
  key: async ({ keyboard }) => {
    await wait(READING_MS)
    await keyboard.press('j')
  },
  script: (page, { id }) =>
    page.evaluate(
      `document.querySelector('[data-conversation="${id}"]').click()`
    ),
}

const describe = (all: number[]) => ({
  p50: percentile(all, 0.5),
  p95: percentile(all, 0.95),
})

async function openNext(page: Page, way: Way, last: string | null) {
  const row = await page.evaluate<Row>(`nextRow(${JSON.stringify(last)})`)
  await page.evaluate(`watchOpening(${JSON.stringify(row.id)})`)
  await WAYS[way](page, row)
  const opened = await page.evaluate<Opened>('opening')
  return { id: row.id, ...opened }
}

/**
 * One conversation after the other, as who works through the list does, in Chromium on the production build.
 *
 * @returns null where there is no build of the pages
 */
export async function measureSwitching(
  url: string
): Promise<Switching[] | null> {
  if (!hasPages()) {
    return null
  }
  const { page, close } = await openInbox(url, { log: 'inbox-switching' })
  try {
    // As a script of the page's, its Content-Security-Policy would refuse it.
    await page.evaluate(await fs.readFile(OPEN_NEXT, 'utf8'))
    const all: Switching[] = []
    let last: string | null = null
    for (const way of Object.keys(WAYS) as Way[]) {
      const taken: Opened[] = []
      for (let n = 0; n < WARM_UP + PER_WAY; n++) {
        const opened: Opened & { id: string } = await openNext(page, way, last)
        last = opened.id
        taken.push(opened)
      }
      const measured = taken.slice(WARM_UP)
      all.push({
        way,
        switches: measured.length,
        head: describe(measured.map(({ head }) => head)),
        messages: describe(measured.map(({ messages }) => messages)),
      })
    }
    return all
  } finally {
    await close()
  }
}

export const switchingTable = (all: Switching[] | null) =>
  all
    ? table(
        [
          'Switching conversations, ms',
          'head p50',
          'p95',
          'messages p50',
          'p95',
        ],
        all.map(({ way, head, messages }) => [
          NAMES[way],
          ...[head.p50, head.p95, messages.p50, messages.p95].map((one) =>
            one.toFixed(0)
          ),
        ])
      )
    : 'Switching conversations: not measured, as there is no build of the pages (npm run build).'
