import type { PhoneNetwork } from '../network/network'
import type { RestCall } from '../rest/restCall'

import type { WebhookConfiguration } from './conversations'

/** The post-events that there are: https://www.twilio.com/docs/conversations/conversations-webhooks */
const POST_EVENTS = [
  'onConversationAdded',
  'onConversationUpdated',
  'onConversationStateUpdated',
  'onConversationRemoved',
  'onMessageAdded',
  'onMessageUpdated',
  'onMessageRemoved',
  'onParticipantAdded',
  'onParticipantUpdated',
  'onParticipantRemoved',
  'onDeliveryUpdated',
]

/** Reads where events go, of the account or of a service, and changes it first where the call says so. */
export function webhookConfiguration(
  network: PhoneNetwork,
  { params, form, path }: RestCall
) {
  const level = params.serviceSid ?? null
  const { webhooks } = network.conversations
  const known: WebhookConfiguration = webhooks.get(level) ?? {
    postWebhookUrl: level ? '' : network.settings.conversationsUrl,
    preWebhookUrl: '',
    method: 'POST',
    filters: POST_EVENTS,
    target: 'webhook',
  }
  const changed: WebhookConfiguration = {
    postWebhookUrl: form.get('PostWebhookUrl') ?? known.postWebhookUrl,
    preWebhookUrl: form.get('PreWebhookUrl') ?? known.preWebhookUrl,
    method: form.get('Method') ?? known.method,
    filters: form.has('Filters') ? form.getAll('Filters') : known.filters,
    target: form.get('Target') ?? known.target,
  }
  if (form.size > 0) webhooks.set(level, changed)
  return {
    account_sid: network.account.accountSid,
    ...(level && { chat_service_sid: level }),
    method: changed.method,
    filters: changed.filters,
    pre_webhook_url: changed.preWebhookUrl || null,
    post_webhook_url: changed.postWebhookUrl || null,
    target: changed.target,
    url: network.url + path,
  }
}
