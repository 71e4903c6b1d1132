/**
 * What a message costs: seconds of processor time for a thousand, bytes for one. docs/scale.md says by which
 * commands they were measured, and where.
 */
export interface Costs {
  /** For 1,000 messages sent, of the API or the worker, and of the database. */
  send: { node: number; database: number }
  /** For 1,000 status callbacks. */
  callback: { node: number; database: number }
  /** For 1,000 inbound messages. */
  inbound: { node: number; database: number }
  /** For 1,000 events that a process reads once and tells its listeners. */
  live: { node: number }
  /** Of rows with their indexes. */
  bytes: { message: number; event: number }
  /** Of the write-ahead log, for each byte of rows: indexes, new versions of a row, whole pages. */
  walPerByte: number
}

/** How a service is used. */
export interface Traffic {
  /** Status callbacks of an outbound message: sent, delivered. */
  callbacks: number
  /** Inbound messages for each outbound one. */
  answers: number
  /** A process must not be busier than this, so that a peak finds room. */
  load: number
}

export const COSTS: Costs = {
  send: { node: 3.7, database: 3.6 },
  callback: { node: 0.21, database: 0.14 },
  inbound: { node: 2.3, database: 2.9 },
  live: { node: 0.95 },
  bytes: { message: 900, event: 330 },
  walPerByte: 3,
}

export const TRAFFIC: Traffic = { callbacks: 2, answers: 0.2, load: 0.6 }
