import type {
  ChannelKind,
  ConsentSource,
  MessageDirection,
  MessageStatus,
} from '@prisma/client'
import { v7 as uuid } from 'uuid'

import { createBatcher } from 'src/lib/batching/createBatcher'
import { isValueError } from 'src/lib/database/isValueError'
import { promptQuery } from 'src/lib/database/promptQuery'
import { retryTransient } from 'src/lib/database/retryTransient'

export interface NewMessage {
  /** The contact's address, without a channel prefix. */
  contactAddress: string
  /** Ours, likewise; a Messaging Service's SID where it chooses the sender. */
  senderAddress: string
  direction: MessageDirection
  channel: ChannelKind
  from: string
  to: string
  body: string | null
  status: MessageStatus
  sid?: string
  numSegments?: number | null
  messagingServiceSid?: string | null
  sendAt?: Date | null
  /** Seconds. */
  validityPeriod?: number | null
  sentById?: string
  apiKeyId?: string
  idempotencyKey?: string
  retryOfId?: string
  params?: Record<string, unknown>
  /** Each at an address, or a file of ours. */
  media?: {
    url?: string | null
    contentType?: string
    fileId?: string | null
  }[]
  /** What an inbound message says about being written to. */
  consent?: { allowed: boolean; source: ConsentSource } | null
  /** Of an outbound message: how it is to be sent. */
  send?: {
    /** For how long the caller may have it, if it is sent at once. */
    leaseSeconds: number
    /** When a worker looks after it then. */
    lookAfterSeconds: number
    segmentsPerSecond?: number
  }
}

/** A message as it was written. */
export interface AppendedMessage {
  id: string
  conversationId: string
  /** The conversation has just begun. */
  isNew: boolean
  createdAt: Date
  /** The caller is to send it now. */
  claimed: boolean
}

/** A row with this SID, this author's idempotency key, or another retry of the same message is there already. */
export class RepeatedMessageError extends Error {}

/** The contact wants nothing from this address. */
export class OptedOutContactError extends Error {}

const REFUSALS: Record<string, new () => Error> = {
  HG001: RepeatedMessageError,
  HG002: OptedOutContactError,
}

type Appended = Omit<AppendedMessage, 'id'> & { refusal: string | null }

/** Messages that come at the same time share one statement and one commit: the commit is what costs. */
const append = createBatcher<object, Appended>({
  handle: (messages) =>
    retryTransient(() =>
      promptQuery<Appended>(
        'append_messages',
        'SELECT * FROM append_messages($1::jsonb) ORDER BY ord',
        [JSON.stringify(messages)]
      )
    ),
  isOneItemsFault: isValueError,
  largest: 100,
  running: 2,
  waiting: 2_000,
})

/**
 * Writes a message at the end of its conversation, with all that belongs to it, in one commit: see `append_message` in
 * the migrations.
 *
 * @throws RepeatedMessageError, OptedOutContactError, OverloadedError: nothing was written
 */
export async function appendMessage({
  media = [],
  consent,
  ...message
}: NewMessage): Promise<AppendedMessage> {
  const id = uuid()
  const { refusal, ...appended } = await append({
    ...message,
    id,
    media: media.map((one, position) => ({ ...one, id: uuid(), position })),
    ...(consent && { consent: { ...consent, id: uuid() } }),
  })
  if (refusal) {
    throw new REFUSALS[refusal]()
  }
  return { id, ...appended }
}
