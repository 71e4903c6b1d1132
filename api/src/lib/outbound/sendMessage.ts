import type { Message } from '@prisma/client'

import { config } from 'src/lib/config/config'
import { isStorable } from 'src/lib/database/isStorable'
import { sql } from 'src/lib/database/sql'
import { badUserInput } from 'src/lib/errors'
import { logger } from 'src/lib/logger'
import {
  checkDraft,
  type Draft,
  DraftError,
  type DraftInput,
} from 'src/lib/messaging/outboundDraft'

import { checkMedia } from './checkMedia'
import type { Claim } from './claimMessage'
import { dispatchClaimed } from './dispatch'
import { type Author, enqueueMessage, type Identity } from './enqueueMessage'
import { findEarlier, whenSent } from './findEarlier'
import { waitAWhile } from './underway'

const LONGEST_KEY = 200

/** What is written from where a message doesn't say. */
export const defaultSender = () =>
  config.twilio.messagingServiceSid ?? config.twilio.phoneNumber

const toDraft = (input: DraftInput, now: Date) => {
  try {
    return checkDraft(input, defaultSender(), now)
  } catch (error) {
    throw error instanceof DraftError ? badUserInput(error.message) : error
  }
}

/** Takes a message to Twilio; never throws. */
const tryAtOnce = async (claim: Claim) => {
  try {
    return await dispatchClaimed(claim)
  } catch (error) {
    // The row is safe, and so is its job: a worker looks after it.
    const messageId = claim.message.id
    logger.error({ error, messageId }, 'Not dispatched at once')
    return null
  }
}

/**
 * Writes a message, tries Twilio at once, and answers with what is known then: soon, also where Twilio takes its time.
 * Then the attempt goes on, and what comes of it is told like every other news of the message.
 */
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
  const sent = claim && (await waitAWhile(tryAtOnce(claim)))
  if (sent) {
    return sent
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
  if (idempotencyKey && idempotencyKey.length > LONGEST_KEY) {
    throw badUserInput(
      `An idempotency key has ${LONGEST_KEY} characters at most.`
    )
  }
  if (idempotencyKey && !isStorable(idempotencyKey)) {
    throw badUserInput('This idempotency key is no text.')
  }
  const identity = { idempotencyKey: idempotencyKey || undefined }
  // A repetition may come when its time has passed.
  const writtenAt = input.sendAt ? await whenSent(author, identity) : null
  const draft = toDraft(input, writtenAt ?? new Date())
  const isRepeat = async () => !!(await whenSent(author, identity))
  return sendDraft(await checkMedia(draft, author, isRepeat), author, identity)
}
