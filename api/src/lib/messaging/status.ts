import type { MessageStatus } from '@prisma/client'

/**
 * The way to the handset. A message's status is the furthest that was ever reported.
 * `MessageStatus` in schema.prisma is declared in the same order, which is how SQL compares.
 */
export const PROGRESS = [
  'PENDING',
  'UNCONFIRMED',
  'SCHEDULED',
  'ACCEPTED',
  'QUEUED',
  'SENDING',
  'SENT',
  'CANCELED',
  'FAILED',
  'UNDELIVERED',
  'DELIVERED',
  'READ',
] as const satisfies readonly MessageStatus[]

export type OutboundStatus = (typeof PROGRESS)[number]

/** The further of two statuses: idempotent, commutative, associative. */
export const furthest = (a: OutboundStatus, b: OutboundStatus) =>
  PROGRESS.indexOf(a) >= PROGRESS.indexOf(b) ? a : b

/** PENDING and UNCONFIRMED are ours, from before Twilio knows the message: nobody reports them. */
const OURS: readonly string[] = ['PENDING', 'UNCONFIRMED']

/** Whether a word of Twilio's (upper-case) is a status that an outbound message can be reported in. */
export const isReportable = (word: string): word is OutboundStatus =>
  (PROGRESS as readonly string[]).includes(word) && !OURS.includes(word)

const FINAL: readonly string[] = [
  'CANCELED',
  'FAILED',
  'UNDELIVERED',
  'DELIVERED',
  'READ',
]

export const isFinal = (status: string) => FINAL.includes(status)

const ARRIVED: readonly string[] = ['DELIVERED', 'READ']

/** Two ends that can't both be true: read follows delivered, every other pair contradicts. */
export const contradict = (a: string, b: string) =>
  a !== b &&
  isFinal(a) &&
  isFinal(b) &&
  !(ARRIVED.includes(a) && ARRIVED.includes(b))
