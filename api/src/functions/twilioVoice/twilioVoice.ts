import { findCallManner } from 'src/lib/calls/callSettings'
import { parseCallReport } from 'src/lib/inbound/parseCallReport'
import { recordCallReport } from 'src/lib/inbound/recordCallReport'
import { twilioWebhook } from 'src/lib/twilio/twilioWebhook'
import {
  emptyVoiceTwiml,
  recordTwiml,
  sayTwiml,
} from 'src/lib/twilio/voiceTwiml'

const answer = (body: string) => ({
  statusCode: 200,
  headers: { 'Content-Type': 'text/xml; charset=utf-8' },
  body,
})

/**
 * Calls: `POST …/twilioVoice`, form-encoded, signed by Twilio, answered with TwiML. What becomes of a call is told to
 * `?event=status` and its recordings to `?event=recording`, where there is nothing to be said.
 */
export const handler = twilioWebhook(
  'twilioVoice',
  async ({ params, query }) => {
    const report = parseCallReport(params)
    if (query.event) {
      await recordCallReport(report)
      return answer(emptyVoiceTwiml())
    }
    const manner = await findCallManner(report.to)
    await recordCallReport(report, manner.answer)
    const isVoicemail = manner.answer === 'RECORD'
    return answer(isVoicemail ? recordTwiml(manner) : sayTwiml(manner))
  }
)
