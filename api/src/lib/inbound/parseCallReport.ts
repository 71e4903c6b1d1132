import type { CallStatus } from '@prisma/client'

import { toCallStatus } from 'src/lib/messaging/callStatus'
import { parseChannelAddress } from 'src/lib/twilio/channelAddress'
import type { Form } from 'src/lib/twilio/parseForm'

import { firstValues, toIdentifier, toInteger, withoutNul } from './readParams'

export interface CallReport {
  sid: string | null
  /** Caller and called as they came (`anonymous`, `client:…`, `sip:…`), without WhatsApp's prefix; null where this is no call to us. */
  from: string | null
  to: string | null
  /** Twilio's word, upper-case. */
  word: string
  status: CallStatus | null
  /** Whether it is a report that Twilio makes. */
  isKnown: boolean
  durationSeconds: number | null
  recording: {
    sid: string
    url: string
    durationSeconds: number | null
  } | null
  /** Everything that came. */
  params: Form
}

type Params = ReturnType<typeof firstValues>

const RECORDING_SID = /RE[0-9a-fA-F]{32}/

/** Twilio gives a recording as WAV, unless its name ends otherwise: an MP3 has a tenth of the size. */
const asMp3 = (url: string) => (/\.\w+$/.test(url) ? url : `${url}.mp3`)

const recordingOf = (params: Params): CallReport['recording'] => {
  const { RecordingUrl: url = '', RecordingStatus: status } = params
  const sid = toIdentifier(params.RecordingSid) ?? RECORDING_SID.exec(url)?.[0]
  // Other statuses are of recordings that are not there yet, or never will be.
  return sid && URL.canParse(url) && (!status || status === 'completed')
    ? {
        sid,
        url: asMp3(url),
        durationSeconds: toInteger(params.RecordingDuration),
      }
    : null
}

const wordOf = ({ CallStatus, RecordingStatus }: Params) =>
  (RecordingStatus ? `recording-${RecordingStatus}` : (CallStatus ?? ''))
    .toUpperCase()
    .replaceAll('-', '_')

/** Who calls over WhatsApp is who writes over it. */
const addressOf = (value: string | undefined) => {
  const identifier = toIdentifier(value)
  return identifier && parseChannelAddress(identifier).address
}

/**
 * What Twilio says about a call: its own request, a status callback, the end of its `<Record>`, or a recording callback,
 * which names neither caller nor called.
 *
 * @see https://www.twilio.com/docs/voice/twiml#request-parameters
 * @see https://www.twilio.com/docs/voice/twiml/record
 */
export function parseCallReport(form: Form): CallReport {
  const kept = withoutNul(form)
  const params = firstValues(kept)
  const isToUs = !params.Direction || params.Direction === 'inbound'
  const status = toCallStatus(params.CallStatus ?? '')
  return {
    sid: toIdentifier(params.CallSid),
    from: isToUs ? addressOf(params.From) : null,
    to: isToUs ? addressOf(params.To) : null,
    word: wordOf(params),
    status,
    isKnown: status !== null || !!params.RecordingStatus,
    durationSeconds: toInteger(params.CallDuration),
    recording: recordingOf(params),
    params: kept,
  }
}
