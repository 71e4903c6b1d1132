import { parseInboundMessage } from 'src/lib/inbound/parseInboundMessage'
import { recordInboundMessage } from 'src/lib/inbound/recordInboundMessage'
import { twilioWebhook } from 'src/lib/twilio/twilioWebhook'
import { emptyTwiml } from 'src/lib/twilio/twiml'

/** Inbound messages: `POST …/twilioMessage`, form-encoded, signed by Twilio, answered with TwiML that replies nothing. */
export const handler = twilioWebhook('twilioMessage', async ({ params }) => {
  await recordInboundMessage(parseInboundMessage(params))
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'text/xml; charset=utf-8' },
    body: emptyTwiml(),
  }
})
