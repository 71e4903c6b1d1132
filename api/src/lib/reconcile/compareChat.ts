import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { logger } from 'src/lib/logger'
import { fetchTwilioChat } from 'src/lib/twilio/fetchTwilioChat'

import { bringIn } from './bringIn'

/**
 * Compares one of Twilio's conversations with ours.
 *
 * @param serviceSid where it is, if that is known
 * @throws when Twilio can't be asked: the job comes again
 */
export async function compareChat(sid: string, serviceSid?: string | null) {
  const known = await db.twilioConversation.findUnique({ where: { sid } })
  const service =
    known?.serviceSid ?? serviceSid ?? config.twilio.conversationsServiceSid
  const facts = await fetchTwilioChat(service, sid)
  // What Twilio has no more, it has nothing to say of.
  if (facts) {
    const recovered = await bringIn(facts)
    const about = { conversationSid: sid, recovered }
    logger.info(about, 'A Twilio conversation was compared with ours')
  }
}
