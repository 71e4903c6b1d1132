import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import type { Client } from 'pg'

import { config } from 'src/lib/config/config'
import { cutLifeline, hold, letGo, lifeline } from 'src/lib/life/life'
import { logger } from 'src/lib/logger'

import { missedHere } from './missed'
import { publish } from './publish'
import { liveEvents, pingRedis, told } from './pubSub'

/** How long a process may be dead before the others know. */
const EVERY_MS = 1_000

/** The namespace of our advisory locks of two numbers: a process that tells what it commits. */
const TELLS = 72_832

const LIVING = `
  SELECT objid::text AS process FROM pg_locks
  WHERE locktype = 'advisory' AND classid = ${TELLS} AND objsubid = 2 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`

/** How long a process that begins waits for a Redis that is away. */
const LONGEST_MS = 2_000

const PAUSE_MS = 20

/**
 * What a process has committed it tells, unless it dies in between, and nobody else can know what that was. So all hold
 * a lock while they live; and where one is gone that did not take its leave, the listeners of the others ask.
 *
 * Whoever looks now and then does not see who came and died in between. So one that begins tells the others first, and
 * has looked who lives itself: before that it should not begin.
 *
 * @returns `known`, which resolves then; and `leave`, which takes leave, after all is told
 */
export async function watchProcesses() {
  if (!config.redisUrl) {
    return { known: Promise.resolve(), leave: async () => {} }
  }
  const lock = { namespace: TELLS, name: randomUUID() }
  const own = await hold(lock)

  const processes = new Set<string>()
  const left = new Set<string>()
  liveEvents.addEventListener('inbox', ({ detail }) => {
    if (detail.kind === 'joined') {
      processes.add(detail.process)
    } else if (detail.kind === 'left') {
      left.add(detail.process)
    }
  })

  let connection: Client | undefined
  const look = async () => {
    const client = await lifeline()
    // One that joins from here on may not be seen yet.
    const expected = [...processes]
    const { rows } = await client.query<{ process: string }>(LIVING)
    const living = new Set(rows.map(({ process }) => process))
    const gone = expected.filter((one) => !living.has(one))
    const dead = gone.filter((one) => !left.has(one))
    // By another connection than before: nobody knows who came and died between the two.
    const wasBlind = connection && connection !== client
    if (wasBlind || dead.length > 0) {
      logger.warn(
        { dead: dead.length },
        'Somebody may have died without telling: asking'
      )
      missedHere()
    }
    gone.forEach((one) => processes.delete(one))
    living.forEach((one) => processes.add(one))
    for (const one of left) {
      if (!processes.has(one)) {
        left.delete(one)
      }
    }
    connection = client
  }

  let looking = Promise.resolve()
  const lookNext = () => {
    looking = looking.then(look).catch((error) => {
      cutLifeline()
      logger.warn({ error }, 'It could not be seen who lives')
    })
    return looking
  }
  const timer = setInterval(lookNext, EVERY_MS)

  /** Resolves when it has heard itself, since it hears the others then, too. */
  const join = async () => {
    const until = performance.now() + LONGEST_MS
    while (!processes.has(own) && performance.now() < until) {
      // What is published while Redis is away counts as missed by all.
      const isThere = await pingRedis?.().then(
        () => true,
        () => false
      )
      if (isThere) {
        publish({ kind: 'joined', process: own })
      }
      await pause(PAUSE_MS)
    }
  }

  return {
    known: join().then(lookNext),
    leave: async () => {
      clearInterval(timer)
      await looking
      publish({ kind: 'left', process: own })
      await told()
      await letGo(lock)
    },
  }
}
