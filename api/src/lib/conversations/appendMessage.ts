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
import type { LiveEvent } from 'src/lib/live/events'
import { countMessage } from 'src/lib/metrics/messages'
import { entryEvents } from 'src/lib/thread/writtenEntries'

/** What a message says of who sent it; null where it says nothing. */
export interface Sender {
  /** How the contact calls itself. */
  profileName: string | null
  city: string | null
  state: string | null
  zip: string | null
  country: string | null
}

/** The automatic replies that the rules allow, of which the first that fits in the database, too, is written. */
export interface AutoReplies {
  /** No more than this many to one contact within these seconds. */
  most: number
  withinSeconds: number
  replies: {
    ruleId: string
    /** Only if what it answers is the first message of its conversation. */
    onlyFirst: boolean
    /** For how long the rule is silent in a conversation that it has answered in. */
    cooldownSeconds: number
    message: NewMessage
  }[]
}

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
  /** What an inbound message says of who sent it. */
  sender?: Sender
  /** What an inbound message says about being written to; null is a call for help. */
  consent?: {
    allowed: boolean | null
    source: ConsentSource
    word: string | null
    /** It is kept also where it changes nothing. */
    explicit?: boolean
  } | null
  /** What an inbound message may be answered with by itself. */
  autoReplies?: AutoReplies | null
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
  /** The automatic reply that was written with it; a worker sends it. */
  reply: string | null
  /** What happened besides: it was archived or snoozed, and is open again. */
  entries: LiveEvent[]
}

/** A row with this SID, this author's idempotency key, or another retry of the same message is there already. */
export class RepeatedMessageError extends Error {}

/** The contact wants nothing from this address. */
export class OptedOutContactError extends Error {}

const REFUSALS: Record<string, new () => Error> = {
  HG001: RepeatedMessageError,
  HG002: OptedOutContactError,
}

type Appended = Omit<AppendedMessage, 'id' | 'entries'> & {
  refusal: string | null
  /** Of all that were appended together. */
  entries: string
}

/** Messages that come at the same time share one statement and one commit: the commit is what costs. */
const append = createBatcher<object, Appended>({
  name: 'appendMessages',
  handle: (messages) =>
    retryTransient(() =>
      promptQuery<Appended>(
        'append_messages',
        `SELECT *, written_entries() AS entries
         FROM append_messages(note_contacts($1::jsonb)) ORDER BY ord`,
        [JSON.stringify(messages)]
      )
    ),
  isOneItemsFault: isValueError,
  largest: 100,
  running: 2,
  waiting: 2_000,
})

/** The replies as append_auto_reply takes them, each with its id. */
export const repliesWithIds = ({ replies }: AutoReplies) =>
  replies.map((reply) => ({ ...reply, message: withIds(reply.message) }))

/** All that is written has its id from here. */
const withIds = ({
  media = [],
  consent,
  autoReplies,
  ...message
}: NewMessage): Record<string, unknown> & { id: string } => ({
  ...message,
  id: uuid(),
  media: media.map((one, position) => ({ ...one, id: uuid(), position })),
  ...(consent && { consent: { ...consent, id: uuid() } }),
  ...(autoReplies && {
    autoReplies: { ...autoReplies, replies: repliesWithIds(autoReplies) },
  }),
})

/**
 * Writes a message at the end of its conversation, with all that belongs to it, in one commit: see `append_message` and
 * `note_contacts` in the migrations.
 *
 * @throws RepeatedMessageError, OptedOutContactError, OverloadedError: nothing was written
 */
export async function appendMessage(
  message: NewMessage
): Promise<AppendedMessage> {
  const item = withIds(message)
  const { refusal, entries, ...appended } = await append(item)
  if (refusal) {
    throw new REFUSALS[refusal]()
  }
  countMessage(message.channel, message.direction)
  return {
    id: item.id,
    ...appended,
    entries: entryEvents(entries, appended.conversationId),
  }
}
