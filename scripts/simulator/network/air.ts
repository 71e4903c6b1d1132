/** What went over the air, in the order in which it happened. */
export type AirEventType =
  | 'request' // a REST call and its answer
  | 'accepted' // a message was created
  | 'status' // a message's status changed at Twilio
  | 'callback' // one attempt at a status callback
  | 'webhook' // one attempt at an inbound message's webhook
  | 'handset' // something a handset shows
  | 'call' // what happens to a call
  | 'optout' // an opt-out word took effect
  | 'media' // an outbound picture was fetched
  | 'debugger' // what Twilio's debugger would show
  | 'reset' // everything was forgotten

export interface AirEvent {
  seq: number
  at: string
  type: AirEventType
  [detail: string]: unknown
}

/** Each key must equal the event's, as text; `type` may list several, separated by commas. */
export type AirFilter = Record<string, string | number | boolean | undefined>

export interface WaitOptions {
  /** How many events must match; default 1. */
  count?: number
  /** Only events after this one count; default 0, all that are remembered. */
  since?: number
  /** Milliseconds; default 10,000. */
  timeout?: number
}

export interface Air {
  append: (type: AirEventType, detail: Record<string, unknown>) => AirEvent
  list: (filter?: AirFilter, since?: number) => AirEvent[]
  /** Resolves with the first `count` matching events, those of the past included; rejects with `AirTimeout`. */
  waitFor: (filter: AirFilter, options?: WaitOptions) => Promise<AirEvent[]>
  subscribe: (listener: (event: AirEvent) => void) => () => void
  lastSeq: () => number
  clear: () => void
}

export class AirTimeout extends Error {
  constructor(
    filter: AirFilter,
    readonly seen: AirEvent[],
    count: number
  ) {
    super(
      `Saw ${seen.length} of ${count} events that match ${JSON.stringify(filter)}`
    )
  }
}

/** Enough for any test; beyond it the oldest are forgotten. */
const REMEMBERED_EVENTS = 20_000

export function matches(event: AirEvent, filter: AirFilter): boolean {
  return Object.entries(filter).every(([key, wanted]) => {
    if (wanted === undefined) return true
    if (key === 'type') return String(wanted).split(',').includes(event.type)
    return String(event[key]) === String(wanted)
  })
}

export function createAir(): Air {
  const listeners = new Set<(event: AirEvent) => void>()
  let events: AirEvent[] = []
  let seq = 0

  const list: Air['list'] = (filter = {}, since = 0) =>
    events.filter((event) => event.seq > since && matches(event, filter))

  const subscribe: Air['subscribe'] = (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return {
    list,
    subscribe,
    lastSeq: () => seq,
    append: (type, detail) => {
      const event: AirEvent = {
        ...detail,
        seq: ++seq,
        at: new Date().toISOString(),
        type,
      }
      events.push(event)
      // Trimmed in big steps: shifting one by one would copy the list for each event.
      if (events.length > REMEMBERED_EVENTS * 1.25) {
        events = events.slice(-REMEMBERED_EVENTS)
      }
      for (const listener of [...listeners]) listener(event)
      return event
    },
    waitFor: (filter, { count = 1, since = 0, timeout = 10_000 } = {}) =>
      new Promise((resolve, reject) => {
        const seen = list(filter, since)
        if (seen.length >= count) return resolve(seen.slice(0, count))
        const stop = subscribe((event) => {
          if (event.seq <= since || !matches(event, filter)) return
          seen.push(event)
          if (seen.length >= count) finish(() => resolve(seen))
        })
        const timer = setTimeout(
          () => finish(() => reject(new AirTimeout(filter, seen, count))),
          timeout
        )
        const finish = (settle: () => void) => {
          clearTimeout(timer)
          stop()
          settle()
        }
      }),
    clear: () => {
      events = []
    },
  }
}
