import { parseConversationEvent } from 'src/lib/inbound/parseConversationEvent'
import { recordConversationEvent } from 'src/lib/inbound/recordConversationEvent'
import { twilioWebhook } from 'src/lib/twilio/twilioWebhook'

/** Conversations events: `POST …/twilioConversations`, form-encoded, signed by Twilio, which waits 5 s. */
export const handler = twilioWebhook(
  'twilioConversations',
  async ({ params }) => {
    await recordConversationEvent(parseConversationEvent(params))
    return { statusCode: 200 }
  }
)
