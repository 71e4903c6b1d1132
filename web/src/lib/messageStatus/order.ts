import type { MessageStatus } from 'types/graphql'

/** The way to the handset, as the server orders it. */
const ORDER: readonly MessageStatus[] = [
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
  'RECEIVING',
  'RECEIVED',
]

export interface Version {
  status: MessageStatus
  updatedAt: string
}

/**
 * Whether `a` was seen before `b`: by the row's own time, and by the status where the times are equal.
 * The status alone does not tell, since UNCONFIRMED may go back to PENDING.
 */
export function isOlder(a: Version, b: Version): boolean {
  const difference = Date.parse(a.updatedAt) - Date.parse(b.updatedAt)
  return difference === 0
    ? ORDER.indexOf(a.status) < ORDER.indexOf(b.status)
    : difference < 0
}
