import type { RefusalReason } from 'src/lib/webhookHealth/tally'

import { verifySignature } from './verifySignature'

interface Explanation {
  reason: Extract<RefusalReason, 'OTHER_URL' | 'WRONG_TOKEN'>
  /** What Twilio signed instead, where it can be told. */
  signedUrl: string | null
}

/** Twilio's forms stay far below. Each URL that is tried costs time, and anybody can send a form that fits none. */
const MOST_PARAMETERS = 200

/** The usual mistakes: the other scheme, the host that the request came to, a slash, no query. */
const likelyUrls = (expected: string, host: string | undefined) => {
  const url = new URL(expected)
  const hosts = host ? [url.host, host] : [url.host]
  const paths = [url.pathname, `${url.pathname}/`]
  return ['https:', 'http:'].flatMap((scheme) =>
    hosts.flatMap((name) =>
      paths.flatMap((path) => [
        `${scheme}//${name}${path}${url.search}`,
        `${scheme}//${name}${path}`,
      ])
    )
  )
}

/**
 * Why a signature doesn't fit: it was made for another of our likely addresses (the configuration of one side is
 * wrong), or else with another token, or the request was changed or forged.
 *
 * @param host the Host header; only a hint, never what is verified against
 */
export function explainSignature(
  signature: string,
  expectedUrl: string,
  params: Record<string, string | string[]>,
  host: string | undefined
): Explanation {
  const urls =
    Object.keys(params).length > MOST_PARAMETERS
      ? []
      : likelyUrls(expectedUrl, host)
  const signedUrl = urls.find(
    (url) => URL.canParse(url) && verifySignature(signature, url, params)
  )
  return signedUrl
    ? { reason: 'OTHER_URL', signedUrl }
    : { reason: 'WRONG_TOKEN', signedUrl: null }
}
