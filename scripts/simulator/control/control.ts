import { placeCall, type CallOrder } from '../calls/placeCall'
import type { OutcomeOrder } from '../delivery/outcomes'
import { readMessage } from '../delivery/readMessage'
import { releaseMessage } from '../delivery/scheduled'
import type { Fault, FaultOrder } from '../faults/faults'
import { receiveMessage, type InboundOrder } from '../inbound/receiveMessage'
import type { AirEvent, AirFilter, WaitOptions } from '../network/air'
import type { SimulatedCall } from '../network/calls'
import type { SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'
import { seededRandom } from '../network/random'
import {
  changeSettings,
  type Settings,
  type SettingsChange,
} from '../network/settings'
import type { Listeners } from '../server/listeners'

/** Everything that Twilio does not offer: the customer's side, faults, and what really happened. */
export interface Control {
  /** A customer writes. Resolves when the webhook, and what it answered, is done with. */
  receive: (order: InboundOrder) => Promise<SimulatedMessage>
  /** A customer calls. Resolves when the call is over; `idle` tells when all callbacks are. */
  call: (order: CallOrder) => Promise<SimulatedCall>
  /** A WhatsApp customer reads. False where there is nothing to read. */
  read: (sid: string) => boolean
  /** A scheduled message's time has come. False where it is not scheduled. */
  release: (sid: string) => boolean
  messages: (filter?: { to?: string; body?: string }) => SimulatedMessage[]
  /** What REST calls had accepted: what a customer would pay for twice if it were there twice. */
  accepted: (filter?: { to?: string; body?: string }) => {
    count: number
    sids: string[]
  }
  addFault: (order: FaultOrder) => Fault
  faults: () => Fault[]
  removeFault: (id: string) => boolean
  clearFaults: () => void
  /** Decides what becomes of the messages that match. */
  orderOutcome: (order: OutcomeOrder) => void
  settings: () => Settings
  changeSettings: (change: SettingsChange) => Settings
  events: (filter?: AirFilter, since?: number) => AirEvent[]
  lastSeq: () => number
  /** Rejects with `AirTimeout`. */
  waitFor: (filter: AirFilter, options?: WaitOptions) => Promise<AirEvent[]>
  /** Resolves when no message and no webhook is under way. */
  idle: () => Promise<void>
  /** Refuses connections for `ms`, control calls over HTTP too; without `ms` until `accept`. */
  refuse: (ms?: number) => Promise<void>
  accept: () => Promise<void>
  /** Forgets everything but the account, and goes back to the first settings. */
  reset: (seed?: number) => void
}

export function createControl(
  network: PhoneNetwork,
  listeners: Listeners,
  seed: number
): Control {
  const firstSettings = network.settings
  const {
    air,
    calls,
    conversations,
    faults,
    messages,
    optOuts,
    outcomes,
    tasks,
  } = network

  const list: Control['messages'] = ({ to, body } = {}) =>
    messages
      .list()
      .filter(
        (message) =>
          (to === undefined || message.to === to) &&
          (body === undefined || message.body === body)
      )
  const withMessage =
    (change: (message: SimulatedMessage) => boolean) => (sid: string) => {
      const message = messages.find(sid)
      return message !== undefined && change(message)
    }

  return {
    receive: async (order) => {
      const { message, announced } = receiveMessage(network, order)
      await announced
      return message
    },
    call: async (order) => {
      const { call, over } = placeCall(network, order)
      await over
      return call
    },
    read: withMessage((message) => readMessage(network, message)),
    release: withMessage((message) => releaseMessage(network, message)),
    messages: list,
    accepted: (filter) => {
      const sids = list(filter)
        .filter(({ direction }) => direction === 'outbound-api')
        .map(({ sid }) => sid)
      return { count: sids.length, sids }
    },
    addFault: faults.add,
    faults: faults.list,
    removeFault: faults.remove,
    clearFaults: faults.clear,
    orderOutcome: outcomes.order,
    settings: () => network.settings,
    changeSettings: (change) =>
      (network.settings = changeSettings(network.settings, change)),
    events: air.list,
    lastSeq: air.lastSeq,
    waitFor: air.waitFor,
    idle: tasks.idle,
    refuse: async (ms) => {
      await listeners.shut()
      if (ms === undefined) return
      // Not one of the network's tasks: a reset must not leave the doors shut.
      setTimeout(() => listeners.reopen(), ms).unref()
    },
    accept: listeners.reopen,
    reset: (newSeed = seed) => {
      tasks.stop()
      for (const each of [
        messages,
        calls,
        conversations,
        air,
        faults,
        outcomes,
        optOuts,
      ]) {
        each.clear()
      }
      network.settings = firstSettings
      network.random = seededRandom(newSeed)
      air.append('reset', {})
    },
  }
}
