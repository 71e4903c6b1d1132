import type { FastifyInstance } from 'fastify'

import type { PhoneNetwork } from '../network/network'

import { PHONE_NUMBER_SID } from './phoneNumbersApi'
import { restCalls, type RestCall } from './restCall'
import { notFound } from './twilioError'
import { updateSettings, type TextSetting } from './updateSettings'

const SETTINGS: Record<string, TextSetting> = {
  InboundRequestUrl: 'serviceInboundUrl',
  FallbackUrl: 'fallbackUrl',
  StatusCallback: 'serviceStatusCallback',
}

const MADE = '2026-01-01T00:00:00Z'

/**
 * The Messaging Service, its pool and its webhooks. Only services of messaging: those of Conversations, which have
 * another host at Twilio, have the same path here.
 * https://www.twilio.com/docs/messaging/api/service-resource
 */
export async function messagingServicesApi(
  app: FastifyInstance,
  { network }: { network: PhoneNetwork }
) {
  const rest = restCalls(network)
  const one = '/v1/Services/:sid(^MG[0-9a-fA-F]{32}$)'
  const service = () => ({ status: 200, body: serviceResource(network) })

  app.get(
    '/v1/Services',
    rest('services', ({ path }) =>
      page(network, path, 'services', [serviceResource(network)])
    )
  )
  app.get(
    one,
    rest('services', (call) => {
      checkSid(network, call)
      return service()
    })
  )
  app.post(
    one,
    rest('services', (call) => {
      checkSid(network, call)
      updateSettings(network, call.form, SETTINGS)
      const onNumber = call.form.get('UseInboundWebhookOnNumber')
      if (onNumber !== null) {
        network.settings = {
          ...network.settings,
          inboundWebhookOnNumber: onNumber === 'true',
        }
      }
      return service()
    })
  )
  app.get(
    `${one}/PhoneNumbers`,
    rest('services', (call) => {
      checkSid(network, call)
      return page(network, call.path, 'phone_numbers', [poolResource(network)])
    })
  )
}

function checkSid({ account }: PhoneNetwork, { params, path }: RestCall) {
  if (params.sid !== account.messagingServiceSid) throw notFound(path)
}

const page = (
  { url }: PhoneNetwork,
  path: string,
  key: string,
  items: object[]
) => ({
  status: 200,
  body: {
    [key]: items,
    meta: {
      first_page_url: `${url}${path}?PageSize=50&Page=0`,
      key,
      next_page_url: null,
      page: 0,
      page_size: 50,
      previous_page_url: null,
      url: url + path,
    },
  },
})

function serviceResource({ account, settings, url }: PhoneNetwork) {
  const { accountSid, messagingServiceSid: sid } = account
  const path = `${url}/v1/Services/${sid}`
  return {
    account_sid: accountSid,
    area_code_geomatch: true,
    date_created: MADE,
    date_updated: MADE,
    fallback_method: 'POST',
    fallback_to_long_code: true,
    fallback_url: settings.fallbackUrl || null,
    friendly_name: 'The simulator’s service',
    inbound_method: 'POST',
    inbound_request_url: settings.serviceInboundUrl || null,
    links: { phone_numbers: `${path}/PhoneNumbers` },
    mms_converter: true,
    scan_message_content: 'inherit',
    sid,
    smart_encoding: true,
    status_callback: settings.serviceStatusCallback || null,
    sticky_sender: true,
    synchronous_validation: false,
    url: path,
    us_app_to_person_registered: false,
    use_inbound_webhook_on_number: settings.inboundWebhookOnNumber,
    usecase: 'mixed',
    validity_period: 36_000,
  }
}

function poolResource({ account, url }: PhoneNetwork) {
  const { accountSid, messagingServiceSid, phoneNumber } = account
  return {
    account_sid: accountSid,
    capabilities: ['MMS', 'SMS', 'Voice'],
    country_code: 'US',
    date_created: MADE,
    date_updated: MADE,
    phone_number: phoneNumber,
    service_sid: messagingServiceSid,
    sid: PHONE_NUMBER_SID,
    url: `${url}/v1/Services/${messagingServiceSid}/PhoneNumbers/${PHONE_NUMBER_SID}`,
  }
}
