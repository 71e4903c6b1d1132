import { recordingPath } from '../calls/callParams'
import type { Recording, SimulatedCall } from '../network/calls'

import { rfc2822 } from './messageResource'

const API_VERSION = '2010-04-01'

/** https://www.twilio.com/docs/voice/api/call-resource#call-properties */
export function callResource(call: SimulatedCall) {
  const { sid, accountSid, endedAt } = call
  const path = `/${API_VERSION}/Accounts/${accountSid}/Calls/${sid}`
  return {
    account_sid: accountSid,
    annotation: null,
    answered_by: null,
    api_version: API_VERSION,
    caller_name: null,
    date_created: rfc2822(call.dateCreated),
    date_updated: rfc2822(endedAt ?? call.dateCreated),
    direction: 'inbound',
    duration: endedAt && String(call.seconds),
    end_time: endedAt && rfc2822(endedAt),
    forwarded_from: null,
    from: call.from,
    from_formatted: call.from,
    group_sid: null,
    parent_call_sid: null,
    phone_number_sid: null,
    price: null,
    price_unit: 'USD',
    queue_time: '0',
    sid,
    start_time: rfc2822(call.dateCreated),
    status: call.status,
    subresource_uris: { recordings: `${path}/Recordings.json` },
    to: call.to,
    to_formatted: call.to,
    trunk_sid: null,
    uri: `${path}.json`,
  }
}

/** https://www.twilio.com/docs/voice/api/recording#recording-properties */
export function recordingResource(
  accountSid: string,
  url: string,
  recording: Recording
) {
  const path = recordingPath(accountSid, recording)
  const date = rfc2822(recording.dateCreated)
  return {
    account_sid: accountSid,
    api_version: API_VERSION,
    call_sid: recording.callSid,
    channels: 1,
    conference_sid: null,
    date_created: date,
    date_updated: date,
    duration: String(recording.seconds),
    encryption_details: null,
    error_code: null,
    media_url: url + path,
    price: null,
    price_unit: 'USD',
    sid: recording.sid,
    source: 'RecordVerb',
    start_time: date,
    status: 'completed',
    subresource_uris: {},
    uri: `${path}.json`,
  }
}
