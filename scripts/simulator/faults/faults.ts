import { hex32 } from '../network/sids'

import { magicFaults } from './magicFaults'

/** What can go wrong with a REST call. */
export const REST_FAULTS = [
  'answer', // `status` (and `code`) instead of the answer, before the message is accepted or after
  'hang', // never answered
  'reset', // the connection is reset
  'slow', // answered `ms` late
  'callbackFirst', // answered only after a callback of the message was
] as const

/** What can go wrong with a webhook of Twilio's. */
export const WEBHOOK_FAULTS = [
  'drop', // never sent
  'duplicate', // sent `copies` times more
  'delay', // sent `ms`, and up to `jitterMs` by chance, later
  'reorder', // a message's callbacks held until its last, then sent in another order, one after the other
  'badSignature', // signed with another token
] as const

export type FaultKind =
  | (typeof REST_FAULTS)[number]
  | (typeof WEBHOOK_FAULTS)[number]

export interface FaultMatch {
  to?: string
  from?: string
  body?: string
  /** `create` (default), `fetch`, `list`, `update`, `delete`, `media` or `any`. */
  operation?: string
  /** `status` (default: status callbacks), `message` (inbound), `conversation` (its events) or `any`. */
  webhook?: string
  /** A callback's MessageStatus; with `callbackFirst`, that of the callback that is waited for. */
  messageStatus?: string
}

export interface FaultOrder {
  kind: FaultKind
  match?: FaultMatch
  /** How often it strikes; default: until it is removed. */
  times?: number
  /** How likely it strikes, 0 to 1; default 1. */
  probability?: number
  /** `answer`: the HTTP status, default 500. */
  status?: number
  /** `answer`: Twilio's code; by default the one that goes with the status. */
  code?: number
  message?: string
  /** REST faults: whether the call takes effect all the same; default true for `slow`, else false. */
  accepted?: boolean
  ms?: number
  jitterMs?: number
  /** `duplicate`: default 1. */
  copies?: number
  /** `reorder`: default reversed. */
  order?: 'reversed' | 'shuffled'
}

export interface Fault extends FaultOrder {
  id: string
  struck: number
}

export interface Faults {
  add: (order: FaultOrder) => Fault
  list: () => Fault[]
  remove: (id: string) => boolean
  clear: () => void
  /** The fault that strikes this REST call, if one does. */
  forCall: (call: FaultMatch) => Fault | undefined
  /** All faults that strike this webhook. */
  forWebhook: (webhook: FaultMatch) => Fault[]
  /** The `reorder` that strikes this message, asked once for each. */
  forOrder: (message: FaultMatch) => Fault | undefined
}

export class InvalidFault extends Error {
  readonly statusCode = 400
}

export function createFaults(chance: () => number): Faults {
  const faults = new Map<string, Fault>()

  const strikes = (fault: Fault) => {
    if (fault.times !== undefined && fault.struck >= fault.times) return false
    if (fault.probability !== undefined && chance() >= fault.probability) {
      return false
    }
    fault.struck++
    return true
  }
  const candidates = (kinds: readonly string[], subject: FaultMatch) =>
    [...faults.values(), ...magicFaults(subject.to)].filter(
      (fault) => kinds.includes(fault.kind) && applies(fault, subject)
    )

  return {
    add: (order) => {
      refuseNonsense(order)
      const fault: Fault = { ...order, id: hex32().slice(0, 8), struck: 0 }
      faults.set(fault.id, fault)
      return fault
    },
    list: () => [...faults.values()],
    remove: (id) => faults.delete(id),
    clear: () => faults.clear(),
    forCall: (call) => candidates(REST_FAULTS, call).find(strikes),
    forWebhook: (webhook) =>
      candidates(WEBHOOK_FAULTS, webhook).filter(
        (fault) => fault.kind !== 'reorder' && strikes(fault)
      ),
    forOrder: (message) => candidates(['reorder'], message).find(strikes),
  }
}

function applies({ kind, match = {} }: Fault, subject: FaultMatch): boolean {
  // A REST call has no MessageStatus: there it names the callback that `callbackFirst` waits for.
  const wanted: FaultMatch = (REST_FAULTS as readonly string[]).includes(kind)
    ? { operation: 'create', ...match, messageStatus: undefined }
    : { webhook: 'status', ...match }
  return Object.entries(wanted).every(
    ([key, value]) =>
      value === undefined ||
      value === 'any' ||
      value === subject[key as keyof FaultMatch]
  )
}

const MATCHABLE = [
  'to',
  'from',
  'body',
  'operation',
  'webhook',
  'messageStatus',
]

function refuseNonsense(order: FaultOrder) {
  const kinds: readonly string[] = [...REST_FAULTS, ...WEBHOOK_FAULTS]
  if (!kinds.includes(order.kind)) {
    throw new InvalidFault(`'kind' must be one of ${kinds.join(', ')}`)
  }
  for (const key of Object.keys(order.match ?? {})) {
    if (!MATCHABLE.includes(key)) {
      throw new InvalidFault(`'match' knows ${MATCHABLE.join(', ')}`)
    }
  }
  const numbers: [keyof FaultOrder, number, number][] = [
    ['times', 1, 1e9],
    ['probability', 0, 1],
    ['status', 400, 599],
    ['code', 1, 1e9],
    ['ms', 0, 600_000],
    ['jitterMs', 0, 600_000],
    ['copies', 1, 1000],
  ]
  for (const [name, least, most] of numbers) {
    const value = order[name]
    if (value === undefined) continue
    if (typeof value !== 'number' || !(value >= least && value <= most)) {
      throw new InvalidFault(`'${name}' must be from ${least} to ${most}`)
    }
  }
}
