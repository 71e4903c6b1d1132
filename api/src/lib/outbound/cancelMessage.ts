import type { Message } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { inTransaction } from 'src/lib/database/inTransaction'
import { db } from 'src/lib/db'
import { recordStatusReports } from 'src/lib/delivery/recordStatusReports'
import { badUserInput, NotFoundError } from 'src/lib/errors'
import { publish } from 'src/lib/live/publish'

import { apiReport } from './apiReport'
import { cancelAtTwilio, TOO_LATE } from './cancelAtTwilio'
import { removeSendJob } from './jobs'

/** One that Twilio has not heard of: it is ours alone, unless somebody is sending it just now. */
const cancelHere = (message: Message) =>
  inTransaction(async (tx) => {
    const free = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Message"
      WHERE id = ${message.id}::uuid AND status IN ('PENDING', 'SCHEDULED') AND sid IS NULL AND "claimedUntil" IS NULL
      FOR UPDATE`
    if (free.length === 0) {
      throw badUserInput(TOO_LATE)
    }
    const canceled = { sid: null, status: 'CANCELED' }
    await recordStatusReports([apiReport(message.id, canceled)], tx)
    await removeSendJob(tx, message.id)
  })

/**
 * Cancels a message that waits: for its time, here or at Twilio, or to be tried again.
 *
 * @throws NOT_FOUND, BAD_USER_INPUT (it is on its way), TWILIO_ERROR (Twilio would not, or did not say)
 */
export async function cancelMessage(id: string): Promise<Message> {
  const message = isUuid(id)
    ? await db.message.findUnique({ where: { id } })
    : null
  if (!message) {
    throw new NotFoundError('message')
  }
  if (!message.sid) {
    await cancelHere(message)
    const { conversationId } = message
    publish({ kind: 'messageStatusChanged', messageId: id, conversationId })
  } else if (message.status === 'SCHEDULED') {
    await cancelAtTwilio(message, message.sid)
  } else {
    throw badUserInput(TOO_LATE)
  }
  return db.message.findUniqueOrThrow({ where: { id } })
}
