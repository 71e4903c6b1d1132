import type {
  ChannelKind,
  ConsentSource,
  MessageDirection,
  MessageStatus,
} from '@prisma/client'
import { v7 as uuid } from 'uuid'

import { sql } from 'src/lib/database/sql'

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
  media?: { url: string; contentType?: string }[]
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

/**
 * Writes a message at the end of its conversation, with all that belongs to it, in one commit: see `append_message` in
 * the migrations.
 *
 * @throws RepeatedMessageError, OptedOutContactError: nothing was written
 */
export async function appendMessage({
  media = [],
  consent,
  ...message
}: NewMessage): Promise<AppendedMessage> {
  const id = uuid()
  const document = JSON.stringify({
    ...message,
    id,
    media: media.map((one, position) => ({ ...one, id: uuid(), position })),
    ...(consent && { consent: { ...consent, id: uuid() } }),
  })
  try {
    const [row] = await sql.$queryRaw<Omit<AppendedMessage, 'id'>[]>`
      SELECT * FROM append_message(${document}::jsonb)`
    return { id, ...row }
  } catch (error) {
    const Refusal = REFUSALS[String((error as { code?: unknown }).code)]
    throw Refusal ? new Refusal() : error
  }
}
