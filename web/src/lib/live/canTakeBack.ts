import type { InboxEvent } from './inboxEvent'

/** What of an answer is put together from messages and conversations: which of them, and in which order. */
const LISTS = ['conversations', 'messages', 'message', 'failedMessages']

/**
 * Whether an answer that was read before an event takes back what the event has brought.
 *
 * A message and a conversation keep their newest state themselves (see keepNewest); lists, threads and labels have no
 * version. Most answers of a busy inbox are counters, consent and what was marked as read.
 */
export const canTakeBack = (answer: object, { __typename }: InboxEvent) =>
  __typename === 'LabelChanged' || LISTS.some((field) => field in answer)
