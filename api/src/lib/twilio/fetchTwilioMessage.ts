import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message'

import { twilioClient } from './twilioClient'

/** One message as Twilio has it; null where Twilio has none of this SID. */
export async function fetchTwilioMessage(
  sid: string
): Promise<MessageInstance | null> {
  try {
    return await twilioClient.messages(sid).fetch()
  } catch (error) {
    if ((error as { status?: number }).status === 404) {
      return null
    }
    throw error
  }
}
