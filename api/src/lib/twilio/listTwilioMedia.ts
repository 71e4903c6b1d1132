import { twilioClient } from './twilioClient'

/** Twilio takes ten for a message. */
const MOST = 10

/**
 * A message's media. By its SID and not by `listed.media()`: what a list of messages brings does not know its own SID
 * (twilio 6.2.0: "Parameter 'sid' is not valid").
 *
 * @throws what the client throws: Twilio is away, or refuses
 */
export const listTwilioMedia = (messageSid: string) =>
  twilioClient.messages(messageSid).media.list({ limit: MOST })
