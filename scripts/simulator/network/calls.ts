/** Twilio's statuses: https://www.twilio.com/docs/voice/twiml#callstatus-values */
export type TwilioCallStatus =
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'failed'
  | 'no-answer'
  | 'canceled'

export interface Recording {
  sid: string
  callSid: string
  /** Whole, at least one. */
  seconds: number
  wav: Buffer
  mp3: Buffer
  dateCreated: Date
}

/** A call of a customer's, as Twilio keeps it. */
export interface SimulatedCall {
  sid: string
  accountSid: string
  /** A number, `anonymous`, `client:…`, `sip:…`. */
  from: string
  to: string
  status: TwilioCallStatus
  /** Whole seconds from its answer: what its speech would have taken. */
  seconds: number
  recordings: Recording[]
  /** What was said to the customer. */
  heard: string[]
  dateCreated: Date
  answeredAt: Date | null
  endedAt: Date | null
  /** Status callbacks so far: their `SequenceNumber`. */
  callbacks: number
}

export interface CallStore {
  add: (call: SimulatedCall) => void
  find: (sid: string) => SimulatedCall | undefined
  findRecording: (sid: string) => Recording | undefined
  /** Newest first. */
  list: () => SimulatedCall[]
  clear: () => void
}

/** A recording is a few hundred kilobytes; beyond so many calls the oldest are forgotten. */
const REMEMBERED_CALLS = 500

export function createCallStore(): CallStore {
  const calls = new Map<string, SimulatedCall>()
  const list = () => [...calls.values()].reverse()
  return {
    add: (call) => {
      calls.set(call.sid, call)
      if (calls.size <= REMEMBERED_CALLS) return
      const [oldest] = calls.keys()
      calls.delete(oldest)
    },
    find: (sid) => calls.get(sid),
    findRecording: (sid) =>
      list()
        .flatMap(({ recordings }) => recordings)
        .find((recording) => recording.sid === sid),
    list,
    clear: () => calls.clear(),
  }
}
