import { listTwilioMedia } from './listTwilioMedia'
import { twilioClient } from './twilioClient'

/** What Twilio keeps of a message or a call until somebody takes it away. */
export type Kept = 'TEXT' | 'MEDIA' | 'RECORDING'

const isGone = (error: unknown) => (error as { status?: number }).status === 404

/**
 * Empties a message's text at Twilio; the message stays.
 *
 * @see https://www.twilio.com/docs/messaging/guides/redacting-messages
 */
const removeText = (sid: string) =>
  twilioClient.messages(sid).update({ body: '' })

const removeMedia = async (sid: string) => {
  for (const { sid: mediaSid } of await listTwilioMedia(sid)) {
    await twilioClient.messages(sid).media(mediaSid).remove()
  }
}

const removeRecording = (sid: string) => twilioClient.recordings(sid).remove()

const REMOVE: Record<Kept, (sid: string) => Promise<unknown>> = {
  TEXT: removeText,
  MEDIA: removeMedia,
  RECORDING: removeRecording,
}

/**
 * Takes away what Twilio keeps. What it has not is taken away already.
 *
 * @param sid of the message, or of the recording
 * @throws what the client throws: Twilio is away, or refuses (20009, 30409: it is not through with the message)
 */
export async function removeAtTwilio(what: Kept, sid: string): Promise<void> {
  try {
    await REMOVE[what](sid)
  } catch (error) {
    if (!isGone(error)) {
      throw error
    }
  }
}
