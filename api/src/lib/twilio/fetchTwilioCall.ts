import type { CallInstance } from 'twilio/lib/rest/api/v2010/account/call'
import type { RecordingInstance } from 'twilio/lib/rest/api/v2010/account/call/recording'

import { twilioClient } from './twilioClient'

/** One call as Twilio has it, with its recordings; null where Twilio has none of this SID. */
export async function fetchTwilioCall(
  sid: string
): Promise<{ call: CallInstance; recordings: RecordingInstance[] } | null> {
  const resource = twilioClient.calls(sid)
  try {
    return {
      call: await resource.fetch(),
      recordings: await resource.recordings.list(),
    }
  } catch (error) {
    if ((error as { status?: number }).status === 404) {
      return null
    }
    throw error
  }
}

/** Where a recording lies: its metadata's own place, without the ending. */
export const recordingUrl = ({ uri }: RecordingInstance) =>
  new URL(uri.replace(/\.json$/, ''), twilioClient.api.baseUrl).href
