import type { Message } from '@prisma/client'

import { badUserInput, twilioError, unknownOutcome } from 'src/lib/errors'
import { recordStatusReport } from 'src/lib/inbound/recordStatusReport'
import { logger } from 'src/lib/logger'
import { cancelTwilioMessage } from 'src/lib/twilio/cancelTwilioMessage'
import { fetchTwilioMessage } from 'src/lib/twilio/fetchTwilioMessage'

import { apiReport } from './apiReport'

export const TOO_LATE =
  'It is too late to cancel this message: it is on its way.'

const UNKNOWN =
  'Twilio did not say whether this message was canceled. Look at its status, or try again.'

const REFUSED = 'Twilio would not cancel this message. Try again.'

/** Twilio's code for a message that can no longer be canceled: https://www.twilio.com/docs/api/errors/30409 */
const TOO_LATE_CODE = 30409

/** Twilio answered, and did nothing. */
const isRefusal = ({ status = 0 }: { status?: number }) =>
  status >= 400 && status < 500

type Waiting = Pick<Message, 'id' | 'status'>

/** Asks Twilio what has become of it, and records it; null where Twilio does not say. */
const askTwilio = async ({ id, status: known }: Waiting, sid: string) => {
  try {
    const found = await fetchTwilioMessage(sid)
    const status = found?.status.toUpperCase() ?? null
    if (found && status && status !== known) {
      const { errorCode, errorMessage: errorDetail } = found
      await recordStatusReport(
        apiReport(id, { sid, status, errorCode, errorDetail })
      )
    }
    return status
  } catch (error) {
    logger.warn({ error, messageId: id }, 'Twilio could not be asked')
    return null
  }
}

/** What came of it where Twilio did not do it, or did not say. */
const settleDoubt = async (message: Waiting, sid: string, error: unknown) => {
  const status = await askTwilio(message, sid)
  if (status === 'CANCELED') {
    return
  }
  if (status && status !== message.status) {
    throw badUserInput(TOO_LATE)
  }
  if (!isRefusal(error as object)) {
    throw unknownOutcome(UNKNOWN)
  }
  const { code } = error as { code?: unknown }
  throw twilioError(error, code === TOO_LATE_CODE ? TOO_LATE : REFUSED)
}

/**
 * Cancels a message that Twilio keeps for its time. Where Twilio did not do it, or did not say, it is asked what has
 * become of the message: it may be canceled all the same, by this call or one before.
 *
 * @throws BAD_USER_INPUT (it is on its way), TWILIO_ERROR (Twilio would not, or nobody knows)
 */
export async function cancelAtTwilio(message: Waiting, sid: string) {
  let status: string
  try {
    status = await cancelTwilioMessage(sid)
  } catch (error) {
    return settleDoubt(message, sid, error)
  }
  const canceled = { sid, status: status.toUpperCase() }
  await recordStatusReport(apiReport(message.id, canceled))
}
