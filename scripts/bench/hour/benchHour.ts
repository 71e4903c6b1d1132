import { setTimeout as wait } from 'node:timers/promises'

import type { Client } from 'pg'

import { makeLoad } from '../inbox/databases'
import { hasPages, openInbox, type OpenInbox } from '../inbox/openInbox'
import { AUTH_TOKEN } from '../load/callbacks'
import { freePort } from '../servers/freePort'
import { startSimulator } from '../servers/simulator'

import { type Course, judge } from './judge'
import { type Sample, takeSample } from './sample'
import { startTraffic } from './traffic'

const LOAD = { messages: 10_000, conversations: 1_000 }

const NUMBER = '+15005550006'

const ACCOUNT = {
  TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000bec400',
  TWILIO_AUTH_TOKEN: AUTH_TOKEN,
  TWILIO_PHONE_NUMBER: NUMBER,
}

/** How the memory of an open page, and of its server, fared. */
export interface Hour {
  minutes: number
  /** How many times as much happened as in a busy inbox. */
  speed: number
  /** Messages, their statuses and what became of conversations. */
  events: number
  failures: string[]
  samples: Sample[]
  courses: Course[]
}

const countEvents = async (client: Client) => {
  const { rows } = await client.query<{ events: number }>(`
    SELECT (SELECT count(*) FROM "Message")::int
      + (SELECT count(*) FROM "StatusEvent" e JOIN "Message" m ON m.id = e."messageId" WHERE m.direction = 'OUTBOUND')::int
      + (SELECT count(*) FROM "ThreadEntry")::int AS events`)
  return rows[0].events
}

/** Opens the newest conversation by SMS, and gives its id. */
const openOne = async ({ page, client }: OpenInbox) => {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM "Conversation" WHERE status = 'OPEN' AND channel = 'SMS' AND "senderAddress" = $1
     ORDER BY "lastMessageAt" DESC LIMIT 1`,
    [NUMBER]
  )
  const [{ id }] = rows
  await page.locator(`[data-conversation="${id}"]`).click()
  await page.locator('[role=log] [data-index]').first().waitFor()
  return id
}

async function watch(
  inbox: OpenInbox,
  minutes: number,
  speed: number,
  report: (sample: Sample) => void
): Promise<Hour> {
  const openId = await openOne(inbox)
  const session = await inbox.page.context().newCDPSession(inbox.page)
  await session.send('Performance.enable')
  const before = await countEvents(inbox.client)
  const traffic = await startTraffic(inbox, { number: NUMBER, openId, speed })
  const samples: Sample[] = []
  const began = performance.now()
  // So that a run that is faster, or shorter, has as many samples as an hour.
  const between = (minutes * 60_000) / Math.max(60, minutes)
  const passed = () => performance.now() - began
  for (let n = 0; passed() < minutes * 60_000; n++) {
    await wait(Math.max(0, n * between - passed()))
    const minute = passed() / 60_000
    const sample = await takeSample(session, inbox.server, minute)
    samples.push(sample)
    report(sample)
  }
  const taken = passed() / 60_000
  await traffic.stop()
  return {
    minutes: taken,
    speed,
    events: (await countEvents(inbox.client)) - before,
    failures: traffic.failures(),
    samples,
    courses: judge(samples),
  }
}

/**
 * The memory of a page that has the inbox and a conversation open, and of its server, while as much happens as in a busy
 * inbox: customers write, new ones too, messages are sent and delivered, conversations are archived.
 */
export async function benchHour(
  minutes: number,
  speed: number,
  report: (sample: Sample) => void
): Promise<Hour> {
  if (!hasPages()) {
    throw new Error('There is no build of the pages: npm run build')
  }
  const [port, simulatorPort] = [await freePort(), await freePort()]
  const simulator = await startSimulator(simulatorPort, {
    ...ACCOUNT,
    API_BASE_URL: `http://localhost:${port}`,
  })
  try {
    const inbox = await openInbox(await makeLoad('hour', LOAD), {
      log: 'hour',
      port,
      execArgv: ['--expose-gc'],
      env: {
        ...ACCOUNT,
        TWILIO_API_BASE_URL: `http://localhost:${simulatorPort}`,
      },
    })
    try {
      return await watch(inbox, minutes, speed, report)
    } finally {
      await inbox.close()
    }
  } finally {
    await simulator.stop()
  }
}
