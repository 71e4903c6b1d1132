import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks'

/** Parameters in the order in which they are sent. */
export type FormParams = Record<string, string>

export interface SignedForm {
  url: string
  headers: Record<string, string>
  body: string
}

/**
 * A webhook as Twilio sends it: form-encoded and signed. The fragment of the URL is neither sent nor signed,
 * its user and password are not signed.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function signedForm(
  configuredUrl: string,
  params: FormParams,
  authToken: string,
  idempotencyToken: string
): SignedForm {
  const [url] = configuredUrl.split('#', 1)
  const body = new URLSearchParams(params).toString()
  return {
    url,
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'TwilioProxy/1.1',
      accept: '*/*',
      'accept-encoding': 'gzip',
      'i-twilio-idempotency-token': idempotencyToken,
      'x-twilio-signature': getExpectedTwilioSignature(
        authToken,
        withoutUserinfo(url),
        params
      ),
    },
  }
}

// Cut from the text: URL would also rewrite the rest of it, and the rest is signed to the letter.
const withoutUserinfo = (url: string) =>
  url.replace(/^([a-z]+:\/\/)[^/?#]*@/i, '$1')
