import type { WebhookDeliveryFields } from 'types/graphql'

import { dayAndTime } from 'src/lib/time/time'

type Tried = Pick<
  WebhookDeliveryFields,
  'status' | 'attempts' | 'nextAttemptAt' | 'error' | 'responseStatus'
>

/** What became of a delivery, and what comes next. */
export function describeDelivery({
  status,
  attempts,
  nextAttemptAt,
  error,
  responseStatus,
}: Tried): string {
  if (status === 'DELIVERED') {
    return `Answered ${responseStatus}`
  }
  if (status === 'FAILED') {
    return `Given up. ${error ?? ''}`.trim()
  }
  if (attempts === 0) {
    return 'About to be sent'
  }
  return nextAttemptAt
    ? `${error} Next attempt: ${dayAndTime(nextAttemptAt)}`
    : (error ?? 'About to be sent')
}
