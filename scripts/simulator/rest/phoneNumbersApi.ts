import type { FastifyInstance } from 'fastify'

import type { PhoneNetwork } from '../network/network'

import { rfc2822 } from './messageResource'
import { restCalls, type RestCall } from './restCall'
import { notFound } from './twilioError'
import { updateSettings, type TextSetting } from './updateSettings'

/** Of the account's one number. */
export const PHONE_NUMBER_SID = 'PN5111a10000000000000000000000c0de'

const SETTINGS: Record<string, TextSetting> = {
  SmsUrl: 'inboundUrl',
  SmsFallbackUrl: 'fallbackUrl',
  VoiceUrl: 'voiceUrl',
  StatusCallback: 'voiceStatusUrl',
}

const BOUGHT = rfc2822(new Date('2026-01-01T00:00:00Z'))

/**
 * The account's number, and which webhooks it has.
 * https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
 */
export async function phoneNumbersApi(
  app: FastifyInstance,
  { network }: { network: PhoneNetwork }
) {
  const rest = restCalls(network)
  const root = '/2010-04-01/Accounts/:accountSid/IncomingPhoneNumbers'

  app.get(
    `${root}.json`,
    rest('phoneNumbers', ({ path, query }) => {
      const wanted = query.get('PhoneNumber')
      const { phoneNumber } = network.account
      const found = !wanted || wanted === phoneNumber
      return {
        status: 200,
        body: {
          end: 0,
          first_page_uri: `${path}?PageSize=50&Page=0`,
          incoming_phone_numbers: found ? [numberResource(network)] : [],
          next_page_uri: null,
          page: 0,
          page_size: 50,
          previous_page_uri: null,
          start: 0,
          uri: path,
        },
      }
    })
  )
  app.get(
    `${root}/:sid`,
    rest('phoneNumbers', (call) => {
      checkSid(call)
      return { status: 200, body: numberResource(network) }
    })
  )
  app.post(
    `${root}/:sid`,
    rest('phoneNumbers', (call) => {
      checkSid(call)
      updateSettings(network, call.form, SETTINGS)
      return { status: 200, body: numberResource(network) }
    })
  )
}

function checkSid({ params, path }: RestCall) {
  if (params.sid.replace(/\.json$/, '') !== PHONE_NUMBER_SID) {
    throw notFound(path)
  }
}

function numberResource({ account, settings }: PhoneNetwork) {
  const { accountSid, phoneNumber } = account
  return {
    account_sid: accountSid,
    address_requirements: 'none',
    address_sid: null,
    api_version: '2010-04-01',
    beta: false,
    bundle_sid: null,
    capabilities: { fax: false, mms: true, sms: true, voice: true },
    date_created: BOUGHT,
    date_updated: BOUGHT,
    emergency_address_sid: null,
    emergency_address_status: 'unregistered',
    emergency_status: 'Inactive',
    friendly_name: phoneNumber,
    identity_sid: null,
    origin: 'twilio',
    phone_number: phoneNumber,
    sid: PHONE_NUMBER_SID,
    sms_application_sid: '',
    sms_fallback_method: 'POST',
    sms_fallback_url: settings.fallbackUrl,
    sms_method: 'POST',
    sms_url: settings.inboundUrl,
    status: 'in-use',
    status_callback: settings.voiceStatusUrl,
    status_callback_method: 'POST',
    trunk_sid: null,
    uri: `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${PHONE_NUMBER_SID}.json`,
    voice_application_sid: '',
    voice_caller_id_lookup: false,
    voice_fallback_method: 'POST',
    voice_fallback_url: '',
    voice_method: 'POST',
    voice_receive_mode: 'voice',
    voice_url: settings.voiceUrl,
  }
}
