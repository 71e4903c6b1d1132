import { placeOf } from '../inbound/places'
import type { Recording, SimulatedCall } from '../network/calls'
import type { PhoneNetwork } from '../network/network'
import { rfc2822 } from '../rest/messageResource'
import type { FormParams } from '../webhooks/signedForm'

/**
 * The parameters of a call's webhook. What is not known about a place is sent empty, not left out.
 * https://www.twilio.com/docs/voice/twiml#request-parameters
 */
export function callParams({
  sid,
  accountSid,
  from,
  to,
  status,
}: SimulatedCall): FormParams {
  const caller = placeOf(from)
  const called = placeOf(to)
  return {
    Called: to,
    ToState: called.state,
    CallerCountry: caller.country,
    Direction: 'inbound',
    CallerState: caller.state,
    ToZip: called.zip,
    CallSid: sid,
    To: to,
    CallerZip: caller.zip,
    ToCountry: called.country,
    CalledZip: called.zip,
    ApiVersion: '2010-04-01',
    CalledCity: called.city,
    CallStatus: status,
    From: from,
    AccountSid: accountSid,
    CalledCountry: called.country,
    CallerCity: caller.city,
    ToCity: called.city,
    FromCountry: caller.country,
    Caller: from,
    FromCity: caller.city,
    CalledState: called.state,
    FromZip: caller.zip,
    FromState: caller.state,
  }
}

/** Those of a status callback; only the end knows how long it was. */
export function callStatusParams(
  call: SimulatedCall,
  status: string
): FormParams {
  const params = {
    ...callParams(call),
    CallStatus: status,
    Timestamp: rfc2822(new Date()),
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(call.callbacks++),
  }
  return call.endedAt
    ? {
        ...params,
        CallDuration: String(call.seconds),
        // Begun minutes, as they are billed.
        Duration: String(Math.ceil(call.seconds / 60)),
      }
    : params
}

export const recordingPath = (accountSid: string, { sid }: { sid: string }) =>
  `/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`

/** What the action of `<Record>` gets besides the call's own parameters. */
export const recordedParams = (
  network: PhoneNetwork,
  { accountSid }: SimulatedCall,
  recording: Recording,
  digits: string
): FormParams => ({
  RecordingUrl: network.url + recordingPath(accountSid, recording),
  RecordingSid: recording.sid,
  RecordingDuration: String(recording.seconds),
  Digits: digits,
})

/**
 * The parameters of a recording callback, which names neither caller nor called. Without a recording there was silence.
 * https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback
 */
export const recordingParams = (
  network: PhoneNetwork,
  { sid, accountSid }: SimulatedCall,
  recordingSid: string,
  recording: Recording | null
): FormParams => ({
  RecordingSource: 'RecordVerb',
  RecordingSid: recordingSid,
  RecordingUrl: network.url + recordingPath(accountSid, { sid: recordingSid }),
  RecordingStatus: recording ? 'completed' : 'absent',
  RecordingChannels: '1',
  ErrorCode: '0',
  CallSid: sid,
  RecordingStartTime: rfc2822(recording?.dateCreated ?? new Date()),
  AccountSid: accountSid,
  RecordingDuration: String(recording?.seconds ?? 0),
})
