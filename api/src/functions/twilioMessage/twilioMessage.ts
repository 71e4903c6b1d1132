import { parseInboundMessage } from 'src/lib/inbound/parseInboundMessage'
import { recordInboundMessage } from 'src/lib/inbound/recordInboundMessage'
import { emptyTwiml } from 'src/lib/twilio/twiml'
import { twilioWebhook } from 'src/lib/twilio/twilioWebhook'

/** Inbound messages: `POST …/twilioMessage`, form-encoded, signed by Twilio, answered with TwiML that replies nothing. */
export const handler = twilioWebhook('twilioMessage', async ({ params }) => {
  await recordInboundMessage(parseInboundMessage(params))
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'text/xml; charset=utf-8' },
    body: emptyTwiml(),
  }
})
