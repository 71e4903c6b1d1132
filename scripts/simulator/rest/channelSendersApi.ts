import type { FastifyInstance } from 'fastify'

import type { PhoneNetwork } from '../network/network'

import { restCalls } from './restCall'

const SENDER_SID = 'XE5111a10000000000000000000000c0de'

/**
 * The account's WhatsApp sender, which is its number. Read only: its webhook is the number's here.
 * https://www.twilio.com/docs/whatsapp/api/senders
 */
export async function channelSendersApi(
  app: FastifyInstance,
  { network }: { network: PhoneNetwork }
) {
  const rest = restCalls(network)
  const path = '/v2/Channels/Senders'

  app.get(
    path,
    rest('senders', ({ query }) => ({
      status: 200,
      body: {
        senders:
          query.get('Channel') === 'whatsapp' ? [senderResource(network)] : [],
        meta: {
          first_page_url: `${network.url}${path}?Channel=whatsapp&PageSize=50&Page=0`,
          key: 'senders',
          next_page_url: null,
          page: 0,
          page_size: 50,
          previous_page_url: null,
          url: `${network.url}${path}?Channel=whatsapp`,
        },
      },
    }))
  )
}

const senderResource = ({ account, settings, url }: PhoneNetwork) => ({
  configuration: { waba_id: '1', verification_method: 'sms' },
  profile: { name: 'The simulator’s sender' },
  sender_id: `whatsapp:${account.phoneNumber}`,
  sid: SENDER_SID,
  status: 'ONLINE',
  url: `${url}/v2/Channels/Senders/${SENDER_SID}`,
  webhook: {
    callback_method: 'POST',
    callback_url: settings.inboundUrl,
    fallback_method: 'POST',
    fallback_url: settings.fallbackUrl,
    status_callback_method: 'POST',
    status_callback_url: null,
  },
})
