import type { Message } from '@prisma/client'

import { OPTED_OUT_CODE } from './consentWords'
import { isRetryable } from './errorCatalogue/errorCatalogue'

/**
 * Whether a person may send a message again as a new one: it has failed for good, and for a reason that can pass. Never
 * while its outcome is unknown.
 */
export const canRetry = ({
  direction,
  status,
  errorCode,
}: Pick<Message, 'direction' | 'status' | 'errorCode'>) =>
  direction === 'OUTBOUND' &&
  (status === 'FAILED' || status === 'UNDELIVERED') &&
  errorCode !== OPTED_OUT_CODE &&
  isRetryable(errorCode)
