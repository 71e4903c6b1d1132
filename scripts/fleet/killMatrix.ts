import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { until } from '../faults/until'

import { audit, auditInTheEnd, missedInTheEnd } from './audit'
import { resumed, subscribeEverybody } from './everybody'
import { closeFleet, type Fleet, theFleet, WITHOUT_REDIS } from './fleet'
import type { Member } from './member'
import { showTable } from './showTable'
import { startTraffic, type Traffic } from './traffic'

const MOMENTS = ['at rest', 'sends', 'callbacks', 'inbound'] as const
type Moment = (typeof MOMENTS)[number]

interface Blow {
  target: string
  manner: string
  /** Strikes, and gives whose listeners must come back: those of all, of one process, or of nobody. */
  strike: (fleet: Fleet) => Promise<'all' | Member | 'nobody'>
  /** Has it whole again, while what follows goes on. */
  mend?: (fleet: Fleet) => Promise<unknown>
}

const kill = (
  target: string,
  choose: (fleet: Fleet) => Member,
  signal: 'SIGKILL' | 'SIGTERM'
): Blow => ({
  target,
  manner: signal,
  strike: async (fleet) => {
    const member = choose(fleet)
    const code = await member.end(signal)
    if (signal === 'SIGKILL') {
      // What it did not tell, the others' listeners ask for.
      return 'all'
    }
    assert.equal(code, 0, `${target} ends by itself`)
    return member.url ? member : 'nobody'
  },
  mend: (fleet) => choose(fleet).start(),
})

const REDIS: Blow = {
  target: 'Redis',
  manner: 'SIGKILL',
  strike: async ({ redis }) => {
    await redis.stop('SIGKILL')
    await redis.start()
    return 'all'
  },
}

const POSTGRES: Blow = {
  target: 'PostgreSQL',
  manner: 'cut off',
  strike: async ({ database }) => {
    await database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name <> 'test'`
    )
    // For a moment nobody could see who died.
    return 'all'
  },
}

/** The first and the second of each kind take turns: what is true of one must be of the other. */
const BLOWS: Record<Moment, Blow[]> = {
  'at rest': [
    kill('API A', ({ apis }) => apis[0], 'SIGKILL'),
    kill('worker 1', ({ workers }) => workers[0], 'SIGKILL'),
    REDIS,
    POSTGRES,
  ],
  sends: [
    kill('API B', ({ apis }) => apis[1], 'SIGKILL'),
    kill('worker 2', ({ workers }) => workers[1], 'SIGKILL'),
    REDIS,
    POSTGRES,
    kill('API A', ({ apis }) => apis[0], 'SIGTERM'),
    kill('worker 1', ({ workers }) => workers[0], 'SIGTERM'),
  ],
  callbacks: [
    kill('API A', ({ apis }) => apis[0], 'SIGKILL'),
    kill('worker 1', ({ workers }) => workers[0], 'SIGKILL'),
    REDIS,
    POSTGRES,
  ],
  inbound: [
    kill('API B', ({ apis }) => apis[1], 'SIGKILL'),
    kill('worker 2', ({ workers }) => workers[1], 'SIGKILL'),
    REDIS,
    POSTGRES,
  ],
}

interface Cell {
  blow: Blow
  moment: Moment
  traffic: Traffic
  missed: string[]
  resumedMs: number | null
}

/** So much of the traffic has happened when it is struck. */
const ENOUGH = 6

const reached = async (
  { simulator, database }: Fleet,
  moment: Moment,
  { sends, inbound }: Traffic,
  since: number
) => {
  const { control } = simulator
  switch (moment) {
    case 'at rest':
      return true
    case 'sends': {
      const accepted = control.events({ type: 'accepted' }, since)
      return accepted.length >= ENOUGH && sends.length > 0
    }
    case 'callbacks':
      return control.events({ type: 'callback' }, since).length >= ENOUGH
    case 'inbound': {
      const { rows } = await database.query(
        'SELECT FROM "Message" WHERE body = ANY ($1)',
        [inbound]
      )
      return rows.length >= ENOUGH / 2
    }
  }
}

const describe = ({ blow, moment, missed, resumedMs }: Cell, found: number[]) =>
  [
    blow.target.padEnd(11),
    blow.manner.padEnd(8),
    moment.padEnd(10),
    ...[...found, missed.length].map((n) => String(n).padStart(7)),
    `  ${resumedMs === null ? '-' : `${(resumedMs / 1000).toFixed(1)} s`}`,
  ].join(' ')

test(
  'whoever is killed, and whenever: nothing is lost, doubled, or missed by who listens',
  { skip: WITHOUT_REDIS },
  async (t) => {
    const fleet = await theFleet()
    const subscribers = await subscribeEverybody(fleet)
    const cells: Cell[] = []
    const mending = new Map<string, Promise<unknown>>()

    const play = async (blow: Blow, moment: Moment): Promise<Cell> => {
      // One is away at a time, as whoever mends it takes care of.
      await Promise.all(mending.values())
      await Promise.all(subscribers.map(({ goHome }) => goHome()))
      const since = fleet.simulator.control.lastSeq()
      const traffic = startTraffic(fleet, {
        name: `${blow.target} ${blow.manner} ${moment}`,
        send: { amount: 24, perSecond: 40 },
        write: { amount: 12, perSecond: 20 },
        people: 24,
        laterEvery: 3,
      })
      await until(`it comes to ${moment}`, () =>
        reached(fleet, moment, traffic, since)
      )
      const struckAt = performance.now()
      const struck = await blow.strike(fleet)
      if (blow.mend) {
        mending.set(blow.target, blow.mend(fleet))
      }
      const back =
        struck === 'nobody'
          ? []
          : subscribers.filter(
              ({ name }) => struck === 'all' || name.includes(struck.name)
            )
      const resumedMs = back.length > 0 ? await resumed(back, struckAt) : null
      await traffic.done
      await fleet.simulator.control.idle()
      const missed = await missedInTheEnd(fleet, subscribers)
      return { blow, moment, traffic, missed, resumedMs }
    }

    for (const moment of MOMENTS) {
      for (const blow of BLOWS[moment]) {
        const cell = `${blow.target}, ${blow.manner}, ${moment}`
        const since = performance.now()
        cells.push(
          await play(blow, moment).catch((cause) => {
            throw new Error(`${cell}: ${cause.message}`, { cause })
          })
        )
        t.diagnostic(`${cell}: ${Math.round(performance.now() - since)} ms`)
      }
    }
    await Promise.all(mending.values())
    subscribers.forEach(({ close }) => close())

    const all = {
      sends: cells.flatMap(({ traffic }) => traffic.sends),
      inbound: cells.flatMap(({ traffic }) => traffic.inbound),
    }
    await auditInTheEnd(fleet, all)

    const found = await Promise.all(
      cells.map((cell) => audit(fleet, cell.traffic))
    )
    showTable('kill-matrix.txt', [
      'killed      manner   moment        lost doubled  missed  subscribers resumed after',
      ...cells.map((cell, n) =>
        describe(cell, [found[n].lost.length, found[n].doubled.length])
      ),
    ])
    cells.forEach(({ blow, moment, missed }, n) => {
      const cell = `${blow.target}, ${blow.manner}, ${moment}`
      assert.deepEqual(
        { cell, ...found[n], missed },
        {
          cell,
          lost: [],
          doubled: [],
          missed: [],
        }
      )
    })
  }
)

// Also where it is run by itself.
after(closeFleet)
