import type { Message } from '@prisma/client'

import { OPTED_OUT_CODE } from './consentWords'
import { CATALOGUE, isRetryable } from './errorCatalogue/errorCatalogue'

/**
 * Whether a person may send a message again as a new one: it has failed for good, and for a reason that can pass. Never
 * while its outcome is unknown.
 */
export const canRetry = ({
  direction,
  status,
  errorCode,
  redactedAt,
}: Pick<Message, 'direction' | 'status' | 'errorCode' | 'redactedAt'>) =>
  direction === 'OUTBOUND' &&
  // Nobody knows any more what it said.
  redactedAt === null &&
  (status === 'FAILED' || status === 'UNDELIVERED') &&
  errorCode !== OPTED_OUT_CODE &&
  isRetryable(errorCode)

/** The codes of those that would fail again, for a question to the database. */
export const HOPELESS_CODES = CATALOGUE.map(([code]) => code).filter(
  (errorCode) =>
    !canRetry({
      direction: 'OUTBOUND',
      status: 'FAILED',
      errorCode,
      redactedAt: null,
    })
)
