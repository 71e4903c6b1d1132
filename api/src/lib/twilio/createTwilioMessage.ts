import type { Message } from '@prisma/client'

import { statusCallbackUrl } from './callbackUrl'
import { channelAddress } from './channelAddress'
import { twilioClient } from './twilioClient'

export type MessageToCreate = Pick<
  Message,
  | 'id'
  | 'channel'
  | 'from'
  | 'to'
  | 'body'
  | 'messagingServiceSid'
  | 'sendAt'
  | 'validityPeriod'
> & { mediaUrls: readonly string[] }

/** What Twilio said of a message that it took. */
export interface CreatedMessage {
  sid: string
  /** Twilio's word, lower-case. */
  status: string
  /** The sender; null while a Messaging Service has not chosen one. */
  from: string | null
  numSegments: number | null
  errorCode: number | null
  errorMessage: string | null
}

/**
 * `POST …/Messages.json`, once: Twilio has no idempotency key, so a second call is a second message.
 *
 * @throws what the client throws: RestException (an answer of 4xx or 5xx), AxiosError (no answer)
 * @see https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource
 */
export async function createTwilioMessage(
  message: MessageToCreate
): Promise<CreatedMessage> {
  const { messagingServiceSid, sendAt, mediaUrls } = message
  const created = await twilioClient.messages.create({
    to: channelAddress(message.channel, message.to),
    ...(messagingServiceSid
      ? { messagingServiceSid }
      : { from: channelAddress(message.channel, message.from) }),
    ...(message.body ? { body: message.body } : {}),
    ...(mediaUrls.length > 0 ? { mediaUrl: [...mediaUrls] } : {}),
    // Twilio schedules for Messaging Services only; without one it hears of the message when it is due, as it does of
    // one whose time has come before Twilio could be reached.
    ...(sendAt && messagingServiceSid && sendAt > new Date()
      ? { sendAt, scheduleType: 'fixed' as const }
      : {}),
    ...(message.validityPeriod
      ? { validityPeriod: message.validityPeriod }
      : {}),
    statusCallback: statusCallbackUrl(message.id),
  })
  // An answer that is none (a proxy's page with a 201) tells nothing of the message.
  if (!created.sid) {
    throw new Error('Twilio answered without a SID')
  }
  return {
    sid: created.sid,
    status: created.status,
    from: created.from,
    // '0' while a Messaging Service has not chosen a sender.
    numSegments: Number(created.numSegments) || null,
    errorCode: created.errorCode ?? null,
    errorMessage: created.errorMessage ?? null,
  }
}
