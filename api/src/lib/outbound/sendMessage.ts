import { defaultSender } from 'src/lib/channels/defaultSender'
import { isOurAddress } from 'src/lib/channels/isOurAddress'
import { badUserInput } from 'src/lib/errors'
import {
  checkDraft,
  type Draft,
  DraftError,
  type DraftInput,
} from 'src/lib/messaging/outboundDraft'

import { checkKey } from './checkKey'
import { checkMedia } from './checkMedia'
import { type Author, enqueueMessage, type Identity } from './enqueueMessage'
import { findEarlier, whenSent } from './findEarlier'
import { sendEnqueued } from './sendEnqueued'

const toDraft = async (input: DraftInput, now: Date) => {
  const sender = input.from?.trim() ? undefined : await defaultSender()
  try {
    const draft = checkDraft(input, sender, now)
    // A Messaging Service may choose that one to write from; and what we write to ourselves is nobody's answer.
    if (await isOurAddress(draft.to)) {
      throw new DraftError('The recipient is our own sender.')
    }
    return draft
  } catch (error) {
    throw error instanceof DraftError ? badUserInput(error.message) : error
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
  return sendEnqueued(enqueued)
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
  const identity = { idempotencyKey: checkKey(idempotencyKey) }
  // A repetition may come when its time has passed.
  const writtenAt = input.sendAt ? await whenSent(author, identity) : null
  const draft = await toDraft(input, writtenAt ?? new Date())
  const isRepeat = async () => !!(await whenSent(author, identity))
  return sendDraft(await checkMedia(draft, author, isRepeat), author, identity)
}
