import { parseCallReport } from 'src/lib/inbound/parseCallReport'
import { recordCallReport } from 'src/lib/inbound/recordCallReport'
import { logger } from 'src/lib/logger'
import { isEnded, toCallStatus } from 'src/lib/messaging/callStatus'
import { fetchTwilioCall, recordingUrl } from 'src/lib/twilio/fetchTwilioCall'

/** A call that goes on is asked about again. */
export class CallGoesOnError extends Error {}

/** What was asked for, and did not come. */
const FOUND = { 'Heliograph.source': 'RECONCILER' }

/**
 * Asks Twilio how a call has ended of whose end nobody told, and records what it says, as its callbacks would have.
 *
 * @throws CallGoesOnError, or Twilio's error: to be asked again
 */
export async function confirmCall(sid: string): Promise<void> {
  const found = await fetchTwilioCall(sid)
  if (!found) {
    logger.warn({ sid }, 'Twilio has no such call')
    return
  }
  const { status, direction, from, to, duration } = found.call
  const about = { ...FOUND, CallSid: sid }
  await recordCallReport(
    parseCallReport({
      ...about,
      CallStatus: status,
      Direction: direction,
      From: from,
      To: to,
      ...(duration && { CallDuration: duration }),
    })
  )
  for (const recording of found.recordings) {
    await recordCallReport(
      parseCallReport({
        ...about,
        RecordingSid: recording.sid,
        RecordingStatus: recording.status,
        RecordingUrl: recordingUrl(recording),
        RecordingDuration: recording.duration,
      })
    )
  }
  const reached = toCallStatus(status)
  if (reached && !isEnded(reached)) {
    throw new CallGoesOnError(`The call is ${status}`)
  }
}
