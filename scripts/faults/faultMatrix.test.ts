import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, afterEach, before, test } from 'node:test'

import type { FaultOrder } from '../simulator/faults/faults'

import type { ApiProcess } from './apiProcess'
import { freeze, type Step } from './freeze'
import { until } from './until'
import { createWorld, type Row, type World } from './world'

const TABLE = path.resolve(
  __dirname,
  '../../test-results/reports/fault-matrix.txt'
)

interface Fault {
  name: string
  order?: FaultOrder
  /** What Twilio must have accepted in the end, and the row must say. */
  ends: { accepted: number; status: string }
}

const SENT = { accepted: 1, status: 'DELIVERED' }
const REFUSED = { accepted: 0, status: 'FAILED' }

const once = (order: FaultOrder): FaultOrder => ({ times: 1, ...order })

/** What can go wrong with a create. */
const FAULTS: Fault[] = [
  { name: 'none', ends: SENT },
  { name: '429', order: once({ kind: 'answer', status: 429 }), ends: SENT },
  { name: '401', order: { kind: 'answer', status: 401 }, ends: REFUSED },
  { name: '400', order: { kind: 'answer', status: 400 }, ends: REFUSED },
  {
    name: '500, not accepted',
    order: once({ kind: 'answer', status: 500 }),
    ends: SENT,
  },
  {
    name: '500, accepted',
    order: once({ kind: 'answer', status: 500, accepted: true }),
    ends: SENT,
  },
  {
    name: 'no answer, not accepted',
    order: once({ kind: 'hang' }),
    ends: SENT,
  },
  {
    name: 'no answer, accepted',
    order: once({ kind: 'hang', accepted: true }),
    ends: SENT,
  },
  {
    name: 'reset, not accepted',
    order: once({ kind: 'reset' }),
    ends: SENT,
  },
  {
    name: 'reset, accepted',
    order: once({ kind: 'reset', accepted: true }),
    ends: SENT,
  },
  {
    name: 'slow (0.7 s)',
    order: once({ kind: 'slow', ms: 700 }),
    ends: SENT,
  },
]

/** Callbacks are lost in this column, so that nothing but our own look-up can find the message. */
const DEAF: FaultOrder = { kind: 'drop' }

const CRASHES: (Step | 'called' | 'none')[] = [
  'none',
  'committed',
  'claimed',
  'called',
  'answered',
]

const SEND = `mutation ($to: String!, $sendAt: DateTime) {
  sendSms(to: $to, body: "Fault matrix", sendAt: $sendAt) { id status }
}`

/** What is sent at once is claimed as it is written; only a worker comes to these steps apart. */
const BY_WORKER = ['committed', 'claimed']

/** So many jobs has a worker in hand. */
const WORKER_CONCURRENCY = 10

let world: World

before(async () => {
  world = await createWorld('heliograph_faults')
})
after(() => world.close())

let lastNumber = 1000
const freshNumber = () => `+1415555${(lastNumber += 1)}`

/** An answer that comes at once leaves no moment between the call and the answer. */
const hasThatMoment = (fault: Fault, crash: string) =>
  crash !== 'called' || ['hang', 'slow'].includes(fault.order?.kind ?? '')

interface Cell {
  fault: Fault
  crash: string
  to: string
  accepted?: number
  row?: Row
}

const isOver =
  ({ fault, to }: Cell) =>
  async () => {
    const [row] = await world.rowsTo(to)
    return row?.status === fault.ends.status && row
  }

/** Sends one message for each fault, all at once, and gives the requests, which may never be answered. */
const sendAll = (api: ApiProcess, cells: Cell[]) => {
  for (const { fault, to } of cells) {
    if (fault.order) {
      world.simulator.control.addFault({ ...fault.order, match: { to } })
    }
  }
  return cells.map(({ to, crash }) => {
    const soon = new Date(Date.now() + 3_000).toISOString()
    const sendAt = BY_WORKER.includes(crash) ? soon : null
    return api.query(SEND, { to, sendAt }).catch(() => undefined)
  })
}

const crashAt = async (crash: Step | 'called', cells: Cell[]) => {
  const api = await world.start()
  if (crash === 'called') {
    for (const { to } of cells) {
      // Whatever the fault, the answer is on its way when the process dies.
      const match = { to }
      world.simulator.control.addFault({
        kind: 'slow',
        ms: 600,
        times: 1,
        match,
      })
    }
    const since = world.simulator.control.lastSeq()
    sendAll(api, cells)
    await until('all creates have come to Twilio', async () => {
      const called = await Promise.all(cells.map(({ to }) => world.rowsTo(to)))
      return called.every(([row]) => row?.attempt === 1) && since >= 0
    })
    await api.kill()
    return
  }
  const ice = await freeze(world.database, crash)
  sendAll(api, cells)
  const most = BY_WORKER.includes(crash) ? WORKER_CONCURRENCY : cells.length
  await until(`${most} stand still when ${crash}`, async () => {
    // What was not written was not promised to anybody.
    const rows = await Promise.all(cells.map(({ to }) => world.rowsTo(to)))
    const areWritten = rows.every(({ length }) => length === 1)
    return areWritten && (await ice.count()) >= Math.min(cells.length, most)
  })
  await api.kill()
  await ice.thaw()
}

const describe = ({ fault, crash, accepted, row }: Cell) =>
  `${fault.name.padEnd(26)} ${crash.padEnd(10)} ${String(accepted).padStart(8)}   ${row?.status ?? '-'}${row?.errorCode ? ` ${row.errorCode}` : ''}, SID ${row?.sid ? 'right' : 'none'}`

/** As a table, and where `npm test` finds it: it shows the output of a step only where that failed. */
const show = (cells: Cell[]) => {
  const head = 'fault                      crash       accepted   final state'
  const table = [head, ...cells.map(describe)].join('\n')
  console.log(table)
  fs.mkdirSync(path.dirname(TABLE), { recursive: true })
  fs.writeFileSync(TABLE, `${table}\n`)
}

test('whatever fails and wherever we die, Twilio accepts exactly one', async () => {
  const cells = CRASHES.flatMap((crash) =>
    FAULTS.filter((fault) => hasThatMoment(fault, crash)).map(
      (fault): Cell => ({ fault, crash, to: freshNumber() })
    )
  )
  for (const crash of CRASHES.filter((step) => step !== 'none')) {
    await crashAt(
      crash as Step | 'called',
      cells.filter((cell) => cell.crash === crash)
    )
  }
  const api = await world.start()
  await Promise.all(
    sendAll(
      api,
      cells.filter(({ crash }) => crash === 'none')
    )
  )
  for (const cell of cells) {
    cell.row = await until(
      `${cell.fault.name}, ${cell.crash}: ${cell.fault.ends.status}`,
      isOver(cell),
      150_000
    )
  }
  await world.simulator.control.idle()

  for (const cell of cells) {
    cell.accepted = world.simulator.control.accepted({ to: cell.to }).count
  }
  show(cells)
  for (const cell of cells) {
    const { to, fault } = cell
    const { count, sids } = world.simulator.control.accepted({ to })
    assert.equal(count, fault.ends.accepted, `${fault.name}, ${cell.crash}`)
    const rows = await world.rowsTo(to)
    assert.equal(rows.length, 1)
    assert.equal(rows[0].sid, sids[0] ?? null)
  }
})

afterEach(() => world.stopAll())

test('an outcome that no callback tells is found in Twilio’s list', async () => {
  const api = await world.start()
  const to = freshNumber()
  world.simulator.control.addFault({ ...DEAF, match: { to } })
  world.simulator.control.addFault({
    kind: 'hang',
    accepted: true,
    times: 1,
    match: { to },
  })
  await api.query(SEND, { to })
  const row = await until('the row has a SID', async () => {
    const [row] = await world.rowsTo(to)
    return row.sid ? row : undefined
  })
  assert.deepEqual(world.simulator.control.accepted({ to }).sids, [row.sid])
})

test('twenty uses of one idempotency key at once send once', async () => {
  const api = await world.start()
  const to = freshNumber()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      api.query<{ sendSms: { id: string } }>(
        `mutation ($to: String!) { sendSms(to: $to, body: "Once", idempotencyKey: "the key") { id } }`,
        { to }
      )
    )
  )
  assert.equal(new Set(answers.map(({ sendSms }) => sendSms.id)).size, 1)
  assert.equal(world.simulator.control.accepted({ to }).count, 1)
})

test('two API processes with their workers, one killed: each message exactly once', async () => {
  const [one, other] = [await world.start(), await world.start()]
  const numbers = Array.from({ length: 80 }, freshNumber)
  const slow = { kind: 'slow' as const, ms: 150 }
  world.simulator.control.addFault({ ...slow, probability: 0.5 })
  numbers.forEach((to, n) => {
    const api = n % 2 ? one : other
    api.query(SEND, { to }).catch(() => undefined)
  })
  await until('some are sent', async () => {
    const counts = numbers.map(
      (to) => world.simulator.control.accepted({ to }).count
    )
    return counts.filter(Boolean).length > 10
  })
  await one.kill()
  world.simulator.control.clearFaults()

  const kept = await until('all that were kept are sent', async () => {
    const rows = (await Promise.all(numbers.map(world.rowsTo))).flat()
    return rows.every(({ sid }) => sid) && rows
  })
  for (const to of numbers) {
    const [row] = await world.rowsTo(to)
    const { count } = world.simulator.control.accepted({ to })
    assert.equal(count, row ? 1 : 0, to)
  }
  assert.ok(kept.length >= 40)
})
