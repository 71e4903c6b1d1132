import type { Message } from '@prisma/client'

import { createBatcher } from 'src/lib/batching/createBatcher'
import { isValueError } from 'src/lib/database/isValueError'
import { promptQuery } from 'src/lib/database/promptQuery'
import { retryTransient } from 'src/lib/database/retryTransient'
import type { StatusReport } from 'src/lib/delivery/statusReport'
import { parseChannelAddress } from 'src/lib/twilio/channelAddress'
import type { CreatedMessage } from 'src/lib/twilio/createTwilioMessage'

import { apiReport } from './apiReport'

/** A message that Twilio has taken, as `settle_accepted` wants it. */
interface Taken {
  message: string
  report: StatusReport
  segments: number | null
  /** Null while a Messaging Service has not chosen one. */
  sender: string | null
}

/** What is settled at the same time shares one statement and one commit. */
const settle = createBatcher<Taken, Message>({
  name: 'settleAccepted',
  handle: async (taken) => {
    const rows = await retryTransient(() =>
      promptQuery<Message>(
        'settle_accepted',
        'SELECT * FROM settle_accepted($1::jsonb)',
        [JSON.stringify(taken)]
      )
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    return taken.map(({ message }) => byId.get(message) as Message)
  },
  isOneItemsFault: isValueError,
  largest: 100,
  running: 2,
  waiting: 2_000,
})

/**
 * Keeps what Twilio answered to a create, and that nothing is left to send. It is true whoever asked, so it needs no
 * lease; it is folded in like every other report.
 *
 * @returns the message as it is then
 */
export const settleAccepted = (
  messageId: string,
  { sid, status, errorCode, errorMessage, from, numSegments }: CreatedMessage
): Promise<Message> =>
  settle({
    message: messageId,
    report: apiReport(messageId, {
      sid,
      status: status.toUpperCase(),
      errorCode,
      errorDetail: errorMessage,
    }),
    segments: numSegments,
    sender: from && parseChannelAddress(from).address,
  })
