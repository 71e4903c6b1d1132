import type { WebhookHealthQuery } from 'types/graphql'

export type Minute = WebhookHealthQuery['webhookHealth']['minutes'][number]

/** Refused, or answered 503: what came and was not taken in. */
export const troubleIn = ({ refused, notRecorded }: Minute) =>
  refused + notRecorded

const STEPS = [1, 2, 5, 10]

/** A round number that no bar exceeds: 1, 2, 5, 10, 20, 50 … */
export function scaleFor(minutes: readonly Minute[]): number {
  const most = Math.max(
    1,
    ...minutes.map((minute) => minute.callbacks + troubleIn(minute))
  )
  const power = 10 ** Math.floor(Math.log10(most))
  return (STEPS.find((step) => step * power >= most) ?? 10) * power
}

export const sum = (
  minutes: readonly Minute[],
  count: (minute: Minute) => number
) => minutes.reduce((total, minute) => total + count(minute), 0)
