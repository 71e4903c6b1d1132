import type { TwilioStatus } from '../network/messages'
import type { Settings } from '../network/settings'

/** One thing the network comes to know about a message after it was queued. */
export interface Step {
  status: TwilioStatus
  errorCode?: number
  /** Milliseconds after the create; by default the setting for this status, `later` for the one of that name. */
  at?: number | 'later'
}

/** What becomes of a message. */
export interface Outcome {
  says: string
  steps: Step[]
  /** Whether the customer sees it; by default when it is delivered. */
  onHandset?: boolean
}

export const DELIVERED: Outcome = {
  says: 'delivered',
  steps: [{ status: 'sent' }, { status: 'delivered' }],
}

/** Accepted by the carrier, then refused by it or by the handset. */
const undelivered = (errorCode: number, says: string): Outcome => ({
  says,
  steps: [{ status: 'sent' }, { status: 'undelivered', errorCode }],
})

/** Never handed to a carrier: no `sent`. */
const failed = (errorCode: number, says: string): Outcome => ({
  says,
  steps: [{ status: 'failed', errorCode }],
})

/**
 * Last five digits of a To, and what becomes of its messages: a number that ends in an error code ends in
 * that error. Codes: https://www.twilio.com/docs/api/errors
 */
export const MAGIC_OUTCOMES: Record<string, Outcome> = {
  '30001': failed(30001, 'Queue overflow'),
  '30002': failed(30002, 'Account suspended'),
  '30003': undelivered(30003, 'Unreachable destination handset'),
  '30004': undelivered(30004, 'Message blocked'),
  '30005': undelivered(30005, 'Unknown destination handset'),
  '30006': undelivered(30006, 'Landline or unreachable carrier'),
  '30007': undelivered(30007, 'Message filtered'),
  '30008': undelivered(30008, 'Unknown error'),
  '30034': undelivered(30034, 'Message from an unregistered number'),
  '30036': failed(30036, 'Validity period expired'),
  '30410': failed(30410, 'Provider timeout'),
  '30450': failed(30450, 'Message delivery blocked'),
  '21610': failed(21610, 'Attempt to send to unsubscribed recipient'),
  '63016': failed(
    63016,
    'Failed to send freeform message because you are outside the allowed window'
  ),
  '63018': failed(63018, 'Rate limit exceeded for channel'),
  '63024': failed(63024, 'Invalid message recipient'),
  '90001': {
    says: 'sent, and then no report ever',
    steps: [{ status: 'sent' }],
    onHandset: true,
  },
  '90002': {
    says: 'undelivered (30003), and then delivered after all',
    steps: [
      { status: 'sent' },
      { status: 'undelivered', errorCode: 30003 },
      { status: 'delivered', at: 'later' },
    ],
  },
  // See inbound/answeringHandset.
  '90007': {
    says: 'delivered, and the customer answers at once',
    steps: DELIVERED.steps,
  },
}

/** When a step happens. */
export function timeOf(step: Step, { delays }: Settings): number {
  if (step.at === 'later') return delays.later
  if (step.at !== undefined) return step.at
  if (step.status === 'queued') return delays.queued
  if (step.status === 'sending') return delays.sending
  if (step.status === 'sent' || step.status === 'failed') return delays.sent
  return delays.delivered
}

/** Twilio's short text for a code that this simulator can give. */
export const errorText = (code: number): string =>
  MAGIC_OUTCOMES[String(code)]?.says ?? OTHER_ERRORS[code] ?? 'Unknown error'

const OTHER_ERRORS: Record<number, string> = {
  11200: 'HTTP retrieval failure',
  11751: 'Media exceeds messaging provider size limit',
  12300: 'Invalid Content-Type',
  14107: 'Message rate limit exceeded',
  30019: 'Content size exceeds carrier limit',
  63019: 'Media failed to download',
}

/** An outcome that a test orders for the messages that match. */
export interface OutcomeOrder extends Partial<Outcome> {
  steps: Step[]
  match?: { to?: string; body?: string }
  /** For how many messages; default: until everything is reset. */
  times?: number
}

export interface Outcomes {
  order: (order: OutcomeOrder) => void
  take: (message: { to: string; body: string }) => Outcome
  clear: () => void
}

export function createOutcomes(): Outcomes {
  let orders: OutcomeOrder[] = []
  return {
    order: (order) => orders.push({ ...order }),
    take: ({ to, body }) => {
      const ordered = orders.find(
        ({ match = {}, times = 1 }) =>
          times > 0 &&
          (match.to === undefined || match.to === to) &&
          (match.body === undefined || match.body === body)
      )
      if (ordered?.times !== undefined) ordered.times--
      if (ordered) return { says: 'ordered', ...ordered }
      return MAGIC_OUTCOMES[to.slice(-5)] ?? DELIVERED
    },
    clear: () => {
      orders = []
    },
  }
}
