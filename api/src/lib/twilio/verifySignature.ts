import { validateRequest } from 'twilio'

import { config } from 'src/lib/config/config'

import type { Form } from './parseForm'

/**
 * Whether Twilio signed this request: with the primary token, or with the secondary one during a rotation.
 *
 * @param url the URL as Twilio knows it (from configuration, never from the Host header), with its query as received
 * @param params the decoded form; a repeated name has an array
 * @see https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export const verifySignature = (signature: string, url: string, params: Form) =>
  config.twilio.signingTokens.some((token) =>
    validateRequest(token, signature, url, params)
  )
