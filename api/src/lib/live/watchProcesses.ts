import { randomUUID } from 'node:crypto'

import type { Client } from 'pg'

import { config } from 'src/lib/config/config'
import { cutLifeline, hold, letGo, lifeline } from 'src/lib/life/life'
import { logger } from 'src/lib/logger'

import { missedHere } from './missed'
import { publish } from './publish'
import { liveEvents, told } from './pubSub'

/** How long a process may be dead before the others know. */
const EVERY_MS = 1_000

/** The namespace of our advisory locks of two numbers: a process that tells what it commits. */
const TELLS = 72_832

const LIVING = `
  SELECT objid::text AS process FROM pg_locks
  WHERE locktype = 'advisory' AND classid = ${TELLS} AND objsubid = 2 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`

/**
 * What a process has committed it tells, unless it dies in between, and nobody else can know what that was. So all hold
 * a lock while they live; and where one is gone that did not take its leave, the listeners of the others ask.
 *
 * @returns `seen`, which resolves when the others must have seen that this one lives: before that it should not begin;
 *   and `leave`, which takes leave, after all is told
 */
export async function watchProcesses() {
  if (!config.redisUrl) {
    return { seen: Promise.resolve(), leave: async () => {} }
  }
  const lock = { namespace: TELLS, name: randomUUID() }
  const own = await hold(lock)
  const since = performance.now()

  let known = new Set<string>()
  let connection: Client | undefined
  const left = new Set<string>()
  liveEvents.addEventListener('inbox', ({ detail }) => {
    if (detail.kind === 'left') {
      left.add(detail.process)
    }
  })

  const look = async () => {
    const client = await lifeline()
    const { rows } = await client.query<{ process: string }>(LIVING)
    const living = new Set(rows.map(({ process }) => process))
    const dead = [...known].filter((one) => !living.has(one) && !left.has(one))
    // By another connection than before: nobody knows who came and died between the two.
    const wasBlind = connection && connection !== client
    if (wasBlind || dead.length > 0) {
      logger.warn(
        { dead: dead.length },
        'Somebody may have died without telling: asking'
      )
      missedHere()
    }
    for (const one of left) {
      if (!living.has(one)) {
        left.delete(one)
      }
    }
    known = living
    connection = client
  }

  let looking = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(look).catch((error) => {
      cutLifeline()
      logger.warn({ error }, 'It could not be seen who lives')
    })
  }, EVERY_MS)

  return {
    seen: (async () => {
      const wait = since + 2 * EVERY_MS - performance.now()
      await new Promise((resolve) => setTimeout(resolve, wait))
    })(),
    leave: async () => {
      clearInterval(timer)
      await looking
      publish({ kind: 'left', process: own })
      await told()
      await letGo(lock)
    },
  }
}
