import type { Client } from 'pg'

import { layOutMessages, prove, watchDatabaseCpu } from '../database'
import type { CallbackRequest } from '../load/callbacks'
import { fire } from '../load/fire'
import { percentile, sum } from '../measure/statistics'
import type { Server } from '../servers/server'

/** One turn of so many processes under the same load. */
export interface FleetRound {
  processes: number
  answered: number
  failed: number
  perSecond: number
  /** Milliseconds. */
  p99: number
  /** Seconds of processor time: of the API's processes together, of the database's connections, of who makes the load. */
  api: number
  database: number
  load: number
  /** Acknowledged callbacks that are no event, or events that nobody acknowledged. */
  lost: number
  /** Messages whose status is not the furthest one reported. */
  wrong: number
}

export interface FleetLoad {
  client: Client
  requests: CallbackRequest[]
  messages: number
  /** Over all processes. */
  connections: number
}

const cpuOf = async (servers: Server[]) =>
  sum(
    (await Promise.all(servers.map((server) => server.usage()))).map(
      ({ cpuSeconds }) => cpuSeconds
    )
  )

const ownCpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** The callbacks of a message go to any of the processes, as a balancer deals them. */
const dealt = (requests: CallbackRequest[], hand: number, hands: number) =>
  requests.filter((_request, n) => n % hands === hand)

/** The first `amount` requests, over all of the servers at once, on fresh rows. */
export async function runFleet(
  servers: Server[],
  { client, requests, messages, connections }: FleetLoad,
  amount: number
): Promise<FleetRound> {
  await layOutMessages(client, messages)
  const chosen = requests.slice(0, amount)
  const databaseCpu = await watchDatabaseCpu(client)
  const [apiBefore, loadBefore] = [await cpuOf(servers), ownCpu()]
  const shots = await Promise.all(
    servers.map(({ origin }, hand) => {
      const hands = dealt(chosen, hand, servers.length)
      return fire({
        origin,
        requests: hands,
        connections: Math.round(connections / servers.length),
        amount: hands.length,
      })
    })
  )
  const [api, load] = [
    (await cpuOf(servers)) - apiBefore,
    ownCpu() - loadBefore,
  ]
  const database = await databaseCpu()
  const answered = sum(shots.map(({ latencies }) => latencies.length))
  const { events, wrong } = await prove(client)
  const succeeded = sum(shots.map((one) => one.succeeded))
  return {
    processes: servers.length,
    answered,
    failed: sum(shots.map((one) => one.failed)),
    // They begin together, so the slowest says how long it took.
    perSecond: answered / Math.max(...shots.map(({ seconds }) => seconds)),
    p99: percentile(
      shots.flatMap(({ latencies }) => latencies),
      0.99
    ),
    api,
    database,
    load,
    lost: Math.abs(events - succeeded),
    wrong,
  }
}
