import { connect } from '../database'
import { freePort } from '../servers/freePort'
import { startServer } from '../servers/server'

import { ensureLoad } from './databases'
import { oneDigit } from './inboxReport'
import { type Fared, measureInbox, type Side } from './measureInbox'
import { measureSwitching, type Switching } from './switching'

const SMALL = { messages: 10_000, conversations: 1_000 }
const LARGE = { messages: 1_000_000, conversations: 100_000 }

/** What one asks for to have the browser alone. */
const SWITCHING = 'switching'

export interface Inbox {
  questions: Fared[]
  /** Among the million; null where there is no build of the pages, undefined where it was not asked for. */
  switching?: Switching[] | null
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

/**
 * The inbox with ten thousand messages beside the inbox with a million, and one with a million in a browser.
 *
 * @param about what of it: all for the empty text
 */
export async function benchInbox(times: number, about: string): Promise<Inbox> {
  return {
    questions: about === SWITCHING ? [] : await compareSizes(times, about),
    switching: SWITCHING.includes(about)
      ? await measureSwitching(await ensureLoad(LARGE))
      : undefined,
  }
}
