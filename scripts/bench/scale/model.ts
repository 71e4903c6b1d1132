import type { Costs, Traffic } from './costs'

/** What so many messages a second ask for. */
export interface Plan {
  messagesPerSecond: number
  eventsPerSecond: number
  /** API and worker processes, each of one core. */
  processes: number
  databaseCores: number
  /** Of the processes, to PostgreSQL. */
  connections: number
  /** Rows and their indexes. */
  gigabytesPerDay: number
  /** Of the write-ahead log: what backups and replicas have to take. */
  walGigabytesPerDay: number
  eventsPerDay: number
}

/** Those of a process's pool, its search, and its workers' proofs of life (lib/database, lib/search, lib/jobs). */
export const CONNECTIONS_OF_A_PROCESS = 29

const DAY = 86_400
const GIGABYTE = 1e9

/** Processes, connections and disk for an even stream of so many outbound messages a second. */
export function plan(
  messagesPerSecond: number,
  { send, callback, inbound, live, bytes, walPerByte }: Costs,
  { callbacks, answers, load }: Traffic
): Plan {
  // The answer to the create is an event, too.
  const events = messagesPerSecond * (1 + callbacks)
  const inbounds = messagesPerSecond * answers
  const coresOf = (kind: 'node' | 'database') =>
    (messagesPerSecond * (send[kind] + callbacks * callback[kind]) +
      inbounds * inbound[kind]) /
    1000
  const told = (messagesPerSecond * (1 + callbacks) + inbounds) / 1000
  const processes = Math.max(
    2,
    Math.ceil((coresOf('node') + told * live.node) / load)
  )
  const rows =
    (messagesPerSecond + inbounds) * bytes.message + events * bytes.event
  return {
    messagesPerSecond,
    eventsPerSecond: events,
    processes,
    databaseCores: Math.ceil(coresOf('database') / load),
    connections: processes * CONNECTIONS_OF_A_PROCESS,
    gigabytesPerDay: (rows * DAY) / GIGABYTE,
    walGigabytesPerDay: (rows * walPerByte * DAY) / GIGABYTE,
    eventsPerDay: events * DAY,
  }
}
