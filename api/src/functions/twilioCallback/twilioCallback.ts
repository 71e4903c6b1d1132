import { parseStatusCallback } from 'src/lib/inbound/parseStatusCallback'
import { recordStatusReport } from 'src/lib/inbound/recordStatusReport'
import { twilioWebhook } from 'src/lib/twilio/twilioWebhook'

/** Status callbacks: `POST …/twilioCallback?message=<id>`, form-encoded, signed by Twilio. */
export const handler = twilioWebhook(
  'twilioCallback',
  async ({ params, query }) => {
    await recordStatusReport(parseStatusCallback(params, query.message))
    return { statusCode: 204 }
  }
)
