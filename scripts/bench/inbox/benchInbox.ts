import { connect } from '../database'
import { table } from '../report/table'
import { freePort } from '../servers/freePort'
import { startServer } from '../servers/server'

import { ensureLoad } from './databases'
import { type Fared, measureInbox, type Side } from './measureInbox'
import { measureSwitching, type Switching, switchingTable } from './switching'

const SMALL = { messages: 10_000, conversations: 1_000 }
const LARGE = { messages: 1_000_000, conversations: 100_000 }

const oneDigit = (number: number) => number.toFixed(1)

/** What may grow with the table, and how much. */
const MOST = 1.5

export interface Inbox {
  questions: Fared[]
  /** Among the million; null where only some questions were asked for, or there is no build of the pages. */
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

async function compareSizes(times: number, about: string) {
  const sides: Side[] = []
  try {
    for (const size of [SMALL, LARGE]) {
      sides.push(await start(size))
    }
    const [small, large] = sides
    return await measureInbox(
      small,
      large,
      times,
      about,
      ({ name, small, large, ratio }) =>
        console.log(
          `  ${name.padEnd(34)} ${ratio.toFixed(2)}: ${oneDigit(large.p95)} / ${oneDigit(small.p95)} ms`
        )
    )
  } finally {
    await Promise.all(sides.map(stop))
  }
}

/** The inbox with ten thousand messages beside the inbox with a million, and one with a million in a browser. */
export async function benchInbox(times: number, about: string): Promise<Inbox> {
  const questions = await compareSizes(times, about)
  return {
    questions,
    switching: 'switching'.includes(about)
      ? await measureSwitching(await ensureLoad(LARGE))
      : null,
  }
}

export const inboxTable = ({ questions }: Inbox) =>
  table(
    [
      'Milliseconds',
      '10,000 p50',
      'p95',
      'rows',
      '1,000,000 p50',
      'p95',
      'rows',
      'p95 ratio',
    ],
    questions.map(({ name, small, large, ratio }) => [
      name,
      oneDigit(small.p50),
      oneDigit(small.p95),
      oneDigit(small.rows),
      oneDigit(large.p50),
      oneDigit(large.p95),
      oneDigit(large.rows),
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
