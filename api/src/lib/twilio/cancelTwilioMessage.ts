import { twilioClient } from './twilioClient'

/**
 * Cancels a message that Twilio keeps for later.
 *
 * @returns Twilio's word for its state then
 * @throws what the client throws; 30409 where it is too late
 * @see https://www.twilio.com/docs/messaging/features/message-scheduling#cancel-a-scheduled-message
 */
export async function cancelTwilioMessage(sid: string): Promise<string> {
  const { status } = await twilioClient
    .messages(sid)
    .update({ status: 'canceled' })
  return status
}
