import type { ServiceInstance } from 'twilio/lib/rest/messaging/v1/service'

import { twilioClient } from './twilioClient'

/**
 * A Messaging Service, with its webhooks; null where the account has none such.
 *
 * @throws what the client throws: Twilio is away, or refuses
 * @see https://www.twilio.com/docs/messaging/api/service-resource
 */
export async function fetchMessagingService(
  sid: string
): Promise<ServiceInstance | null> {
  try {
    return await twilioClient.messaging.v1.services(sid).fetch()
  } catch (error) {
    if ((error as { status?: number }).status === 404) {
      return null
    }
    throw error
  }
}
