import type { WebhookDeliveryFields } from 'types/graphql'

import { t } from 'src/lib/language/t'
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
    return t('Answered {status}', { status: String(responseStatus) })
  }
  if (status === 'FAILED') {
    return t('Given up. {error}', { error }).trim()
  }
  if (attempts === 0) {
    return t('About to be sent')
  }
  return nextAttemptAt
    ? t('{error} Next attempt: {time}', {
        error,
        time: dayAndTime(nextAttemptAt),
      })
    : (error ?? t('About to be sent'))
}
