import type { Message } from '@prisma/client'

import { config } from 'src/lib/config/config'
import { isStorable } from 'src/lib/database/isStorable'
import { sql } from 'src/lib/database/sql'
import { db } from 'src/lib/db'
import { badUserInput } from 'src/lib/errors'
import { logger } from 'src/lib/logger'
import {
  checkDraft,
  type Draft,
  DraftError,
  type DraftInput,
} from 'src/lib/messaging/outboundDraft'

import { dispatchClaimed } from './dispatch'
import { type Author, enqueueMessage, type Identity } from './enqueueMessage'

const LONGEST_KEY = 200

/** What is written from where a message doesn't say. */
export const defaultSender = () =>
  config.twilio.messagingServiceSid ?? config.twilio.phoneNumber

const toDraft = (input: DraftInput) => {
  try {
    return checkDraft(input, defaultSender(), new Date())
  } catch (error) {
    throw error instanceof DraftError ? badUserInput(error.message) : error
  }
}

/** The same send as it was written before. Another text under the same key is a mistake, not a repetition. */
const findEarlier = async (
  draft: Draft,
  author: Author,
  { idempotencyKey, retryOfId }: Identity
) => {
  const earlier = await db.message.findFirstOrThrow({
    where: retryOfId ? { retryOfId } : { ...author, idempotencyKey },
  })
  if (earlier.to !== draft.to || earlier.body !== draft.body) {
    throw badUserInput('This idempotency key was used for another message.')
  }
  return earlier
}

/** Writes a message, tries Twilio at once, and answers with what is known then. */
export async function sendDraft(
  draft: Draft,
  author: Author,
  identity: Identity
) {
  const enqueued = await enqueueMessage(draft, author, identity)
  if (!enqueued) {
    return findEarlier(draft, author, identity)
  }
  const { id, claim } = enqueued
  try {
    await (claim && dispatchClaimed(claim))
  } catch (error) {
    // The row is safe, and so is its job: a worker looks after it.
    logger.error({ error, messageId: id }, 'Not dispatched at once')
  }
  const [message] = await sql.$queryRaw<Message[]>`
    SELECT * FROM "Message" WHERE id = ${id}::uuid`
  return message
}

/**
 * Sends what somebody wrote.
 *
 * @throws BAD_USER_INPUT, OPTED_OUT for what must not become a message; whatever happens later is in the row
 */
export async function sendMessage(
  input: DraftInput,
  author: Author,
  idempotencyKey?: string | null
) {
  const draft = toDraft(input)
  if (idempotencyKey && idempotencyKey.length > LONGEST_KEY) {
    throw badUserInput(
      `An idempotency key has ${LONGEST_KEY} characters at most.`
    )
  }
  if (idempotencyKey && !isStorable(idempotencyKey)) {
    throw badUserInput('This idempotency key is no text.')
  }
  const identity = { idempotencyKey: idempotencyKey || undefined }
  return sendDraft(draft, author, identity)
}
