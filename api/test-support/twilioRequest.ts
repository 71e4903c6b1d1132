import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks'

import { mockHttpEvent } from '@redwoodjs/testing/api'

import { config } from 'src/lib/config/config'
import { parseForm } from 'src/lib/twilio/parseForm'

type Params = Record<string, string | string[]>

interface Signed {
  /** As our URL has it, with its question mark. */
  query?: string
  token?: string
  /** Signed is what it says, sent is this. */
  tamper?: { body?: string; url?: string; signature?: string | null }
  method?: string
}

const ORIGIN = 'https://inbox.example.com'

const encode = (params: Params) =>
  new URLSearchParams(
    Object.entries(params).flatMap(([name, values]) =>
      [values].flat().map((value) => [name, value])
    )
  ).toString()

/** What Twilio posts to one of our functions: form-encoded, and signed for the function's public URL. */
export const twilioRequest = (
  name: string,
  params: Params,
  {
    query = '',
    token = config.twilio.authToken,
    tamper = {},
    method = 'POST',
  }: Signed = {}
) => {
  const path = `/${name}${query}`
  const signature =
    tamper.signature === undefined
      ? getExpectedTwilioSignature(
          token,
          `${ORIGIN}/.redwood/functions${path}`,
          params
        )
      : tamper.signature
  const url = tamper.url ?? path
  return mockHttpEvent({
    httpMethod: method,
    path: `/${name}`,
    // As the API server hands it over.
    queryStringParameters: Object.fromEntries(
      new URLSearchParams(url.split('?')[1])
    ),
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-original-url': url,
      ...(signature === null ? {} : { 'x-twilio-signature': signature }),
    },
    payload: tamper.body ?? encode(params),
  })
}

/** A form as somebody else may have encoded it, signed for what it says once it is decoded. */
export const signedBody = (
  name: string,
  body: string,
  options: Signed = {}
) => {
  const params = parseForm(body)
  return twilioRequest(name, params, { ...options, tamper: { body } })
}
