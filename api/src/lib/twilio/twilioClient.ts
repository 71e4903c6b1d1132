import twilio from 'twilio'

import { config } from 'src/lib/config/config'

const {
  accountSid,
  authToken,
  apiKeySid,
  apiKeySecret,
  apiBaseUrl,
  timeoutMs,
} = config.twilio

const connect = () => {
  const client =
    apiKeySid && apiKeySecret
      ? twilio(apiKeySid, apiKeySecret, { accountSid, timeout: timeoutMs })
      : twilio(accountSid, authToken, { timeout: timeoutMs })
  if (apiBaseUrl) {
    client.api.baseUrl = apiBaseUrl
    client.conversations.baseUrl = apiBaseUrl
    client.messaging.baseUrl = apiBaseUrl
  }
  return client
}

/**
 * Twilio's own client, unmodified. It repeats nothing by itself (its `autoRetry` is off), which is what we need:
 * what may be repeated is decided in lib/outbound.
 */
export const twilioClient = connect()
