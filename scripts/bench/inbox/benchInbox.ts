import { connect } from '../database'
import { table } from '../report/table'
import { freePort } from '../servers/freePort'
import { startServer } from '../servers/server'

import { ensureLoad } from './databases'
import { type Fared, measureInbox, type Side } from './measureInbox'
import { measureSwitching, type Switching, switchingTable } from './switching'

const SMALL = { messages: 10_000, conversations: 1_000 }
const LARGE = { messages: 1_000_000, conversations: 100_000 }

/** What may grow with the table, and how much. */
const MOST = 1.5

export interface Inbox {
  questions: Fared[]
  /** Among the million; null where there is no build of the pages. */
  switching: Switching[] | null
}

const start = async (size: typeof SMALL): Promise<Side> => {
  const url = await ensureLoad(size)
  const server = await startServer('ours', await freePort(), {
    env: { DATABASE_URL: url, LOG_LEVEL: 'warn' },
    log: `inbox-${size.messages}`,
  })
  return { server, client: await connect(url), messages: size.messages }
}

const stop = async ({ server, client }: Side) => {
  await server.stop()
  await client.end()
}

async function compareSizes(times: number) {
  const sides: Side[] = []
  try {
    for (const size of [SMALL, LARGE]) {
      sides.push(await start(size))
    }
    const [small, large] = sides
    return await measureInbox(small, large, times, ({ name, ratio }) =>
      console.log(`  ${name.padEnd(36)} ${ratio.toFixed(2)}`)
    )
  } finally {
    await Promise.all(sides.map(stop))
  }
}

/** The inbox with ten thousand messages beside the inbox with a million, and one with a million in a browser. */
export async function benchInbox(times: number): Promise<Inbox> {
  const questions = await compareSizes(times)
  return {
    questions,
    switching: await measureSwitching(await ensureLoad(LARGE)),
  }
}

const milliseconds = (number: number) => number.toFixed(1)

export const inboxTable = ({ questions }: Inbox) =>
  table(
    ['Milliseconds', '10,000 p50', 'p95', '1,000,000 p50', 'p95', 'p95 ratio'],
    questions.map(({ name, small, large, ratio }) => [
      name,
      milliseconds(small.p50),
      milliseconds(small.p95),
      milliseconds(large.p50),
      milliseconds(large.p95),
      `${ratio.toFixed(2)}${ratio > MOST ? ' (!)' : ''}`,
    ])
  )

export const inboxLine = ({ questions, switching }: Inbox) => {
  const over = questions.filter(({ ratio }) => ratio > MOST)
  const growth =
    over.length === 0
      ? `None takes more than ${MOST} times as long with a hundred times as much.`
      : `More than ${MOST} times as long: ${over.map(({ name }) => name).join(', ')}.`
  return `${growth}\n\n${switchingTable(switching)}`
}
