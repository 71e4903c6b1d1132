/** Why an attempt can be repeated, as `#rp` names it. */
export type RetryReason = '4xx' | '5xx' | 'ct' | 'rt'

export interface ConnectionOverrides {
  /** Milliseconds to connect. */
  ct: number
  /** Milliseconds to the first, and then to each next, packet of the answer. */
  rt: number
  /** Milliseconds for everything, repeats included. */
  tt: number
  /** Repeats after the first attempt. */
  rc: number
  rp: ReadonlySet<RetryReason>
}

const REASONS: readonly RetryReason[] = ['4xx', '5xx', 'ct', 'rt']

const DEFAULTS: ConnectionOverrides = {
  ct: 5000,
  rt: 15000,
  tt: 15000,
  rc: 1,
  rp: new Set<RetryReason>(['ct']),
}

const LIMITS = {
  ct: [100, 10_000],
  rt: [100, 15_000],
  tt: [100, 15_000],
  rc: [0, 5],
} as const

/**
 * What the fragment of a webhook's URL asks for; without one, one repeat and only when no connection was made.
 * A value that makes no sense is left at its default and reported with Twilio's code (11243 for `rp`, else 11240).
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export function connectionOverrides(url: string): {
  overrides: ConnectionOverrides
  errors: number[]
} {
  const [, fragment = ''] = url.split('#', 2)
  const overrides = { ...DEFAULTS }
  const errors: number[] = []
  for (const [name, value] of new URLSearchParams(fragment)) {
    if (name === 'rp') {
      const reasons = value.split(',').map((reason) => reason.trim())
      if (reasons.includes('all')) overrides.rp = new Set(REASONS)
      else if (reasons.every(isReason)) overrides.rp = new Set(reasons)
      else errors.push(11243)
    } else if (isNumeric(name)) {
      const [least, most] = LIMITS[name]
      const number = /^\d+$/.test(value) ? Number(value) : NaN
      if (number >= least && number <= most) overrides[name] = number
      else errors.push(11240)
    }
  }
  return { overrides, errors }
}

const isReason = (text: string): text is RetryReason =>
  (REASONS as readonly string[]).includes(text)

const isNumeric = (name: string): name is keyof typeof LIMITS => name in LIMITS
