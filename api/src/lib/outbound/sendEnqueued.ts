import type { Message } from '@prisma/client'

import { sql } from 'src/lib/database/sql'
import { logger } from 'src/lib/logger'

import type { Claim } from './claimMessage'
import { dispatchClaimed } from './dispatch'
import type { EnqueuedMessage } from './enqueueMessage'
import { waitAWhile } from './underway'

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
 * Tries Twilio at once with a message that was written, and answers with what is known then: soon, also where Twilio
 * takes its time. Then the attempt goes on, and what comes of it is told like every other news of the message.
 */
export async function sendEnqueued({
  id,
  claim,
}: EnqueuedMessage): Promise<Message> {
  const sent = claim && (await waitAWhile(tryAtOnce(claim)))
  if (sent) {
    return sent
  }
  const [message] = await sql.$queryRaw<Message[]>`
    SELECT * FROM "Message" WHERE id = ${id}::uuid`
  return message
}
