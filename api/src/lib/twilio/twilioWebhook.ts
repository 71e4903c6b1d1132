import type { APIGatewayProxyEvent } from 'aws-lambda'

import { logger } from 'src/lib/logger'

import { functionUrl } from './callbackUrl'
import { parseForm } from './parseForm'
import { verifySignature } from './verifySignature'

/** Twilio's largest form (ten media, all geography, WhatsApp's JSON) stays far below. */
const MAX_BODY_BYTES = 64 * 1024

export interface WebhookRequest {
  /** The signed form. Where a name came twice, its first value. */
  params: Record<string, string>
  /** The query of our own URL. */
  query: Record<string, string | undefined>
}

export interface WebhookResponse {
  statusCode: number
  headers?: Record<string, string>
  body?: string
}

const refuse = (name: string, statusCode: number, reason: string) => {
  logger.warn({ webhook: name, statusCode, reason }, 'Webhook refused')
  return { statusCode, body: reason }
}

const header = (event: APIGatewayProxyEvent, name: string) =>
  event.headers[name] ?? event.headers[name.toLowerCase()]

const bodyOf = (event: APIGatewayProxyEvent) =>
  event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString()
    : (event.body ?? '')

/** The query as it came, byte for byte: it is signed, and parsing and writing it again could change its escapes. */
const rawQuery = (event: APIGatewayProxyEvent) => {
  const url = header(event, 'x-original-url')
  if (url) {
    const start = url.indexOf('?')
    return start < 0 ? '' : url.slice(start)
  }
  const query = new URLSearchParams(
    event.queryStringParameters as Record<string, string>
  ).toString()
  return query && `?${query}`
}

const firstValues = (params: Record<string, string | string[]>) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value) ? value[0] : value,
    ])
  )

/**
 * The edge that all of Twilio's webhooks share: method (405), size (413), signature (403), and only then the form;
 * what `receive` throws becomes 503, so that Twilio comes again. A new webhook can't forget to verify.
 *
 * @param name the function's name, as in its URL
 * @param receive gets what Twilio signed, and answers after the commit
 */
export const twilioWebhook =
  (
    name: string,
    receive: (request: WebhookRequest) => Promise<WebhookResponse>
  ) =>
  async (event: APIGatewayProxyEvent): Promise<WebhookResponse> => {
    if (event.httpMethod !== 'POST') {
      const refused = refuse(name, 405, 'Only POST is answered here')
      return { ...refused, headers: { Allow: 'POST' } }
    }
    const body = bodyOf(event)
    if (Buffer.byteLength(body) > MAX_BODY_BYTES) {
      return refuse(name, 413, 'The body is larger than 64 KB')
    }
    const signature = header(event, 'X-Twilio-Signature')
    if (!signature) {
      return refuse(name, 403, 'The X-Twilio-Signature header is missing')
    }
    const params = parseForm(body)
    const url = functionUrl(name, rawQuery(event))
    if (!verifySignature(signature, url, params)) {
      logger.warn({ webhook: name, url }, 'A signature does not fit this URL')
      return refuse(name, 403, 'The signature is wrong')
    }
    try {
      return await receive({
        params: firstValues(params),
        query: event.queryStringParameters ?? {},
      })
    } catch (error) {
      logger.error({ error, webhook: name }, 'Webhook not recorded')
      return {
        statusCode: 503,
        headers: { 'Retry-After': '1' },
        body: 'Not recorded: please send it again',
      }
    }
  }
