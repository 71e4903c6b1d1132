import type { CallStatus } from '@prisma/client'

/**
 * The way of a call. A call's status is the furthest that was ever reported; among its ends, that which took it furthest.
 * `CallStatus` in schema.prisma is declared in the same order, which is how SQL compares.
 */
export const CALL_PROGRESS = [
  'QUEUED',
  'INITIATED',
  'RINGING',
  'IN_PROGRESS',
  'CANCELED',
  'FAILED',
  'NO_ANSWER',
  'BUSY',
  'COMPLETED',
] as const satisfies readonly CallStatus[]

/** The further of two statuses: idempotent, commutative, associative. */
export const furthestCall = (a: CallStatus, b: CallStatus) =>
  CALL_PROGRESS.indexOf(a) >= CALL_PROGRESS.indexOf(b) ? a : b

const ENDS: readonly CallStatus[] = [
  'CANCELED',
  'FAILED',
  'NO_ANSWER',
  'BUSY',
  'COMPLETED',
]

export const isEnded = (status: CallStatus) => ENDS.includes(status)

/** Twilio's word (`in-progress`, or `IN_PROGRESS`) as a status; null where it is none. */
export const toCallStatus = (word: string): CallStatus | null => {
  const status = word.toUpperCase().replaceAll('-', '_')
  return CALL_PROGRESS.find((known) => known === status) ?? null
}
