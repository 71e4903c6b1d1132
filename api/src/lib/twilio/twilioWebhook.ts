import type { APIGatewayProxyEvent } from 'aws-lambda'
import { validate as isUuid } from 'uuid'

import { withLogFields } from 'src/lib/logFields'
import { logger } from 'src/lib/logger'
import { timeWebhook } from 'src/lib/metrics/webhooks'
import {
  countRefusal,
  countWebhook,
  type Refusal,
  type RefusalReason,
} from 'src/lib/webhookHealth/tally'

import { functionUrl } from './callbackUrl'
import { explainSignature } from './explainSignature'
import { type Form, parseForm } from './parseForm'
import { verifySignature } from './verifySignature'

/** Twilio's largest form (ten media, all geography, WhatsApp's JSON) stays far below. */
export const MAX_BODY_BYTES = 64 * 1024

export interface WebhookRequest {
  /** The signed form. */
  params: Form
  /** The query of our own URL. */
  query: Record<string, string | undefined>
}

export interface WebhookResponse {
  statusCode: number
  headers?: Record<string, string>
  body?: string
}

const refuse = (statusCode: number, refusal: Refusal, body: string) => {
  countRefusal(refusal)
  logger.warn({ statusCode, ...refusal }, 'Webhook refused')
  return { statusCode, body }
}

const header = (event: APIGatewayProxyEvent, name: string) =>
  event.headers[name] ?? event.headers[name.toLowerCase()]

const bytesOf = ({ body, isBase64Encoded }: APIGatewayProxyEvent) =>
  Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8')

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

const SID = /^[A-Z]{2}[0-9a-f]{32}$/i

/** What the log says of it. */
const fieldsOf = ({ params, query }: WebhookRequest) => {
  const sid = String(params.MessageSid ?? params.CallSid)
  const messageId = String(query.message)
  return {
    ...(SID.test(sid) && { sid }),
    ...(isUuid(messageId) && { messageId }),
  }
}

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
    const answered = timeWebhook(name)
    const url = functionUrl(name, rawQuery(event))
    const refusal = (reason: RefusalReason) => ({
      webhook: name,
      reason,
      expectedUrl: url,
      signedUrl: null,
    })
    if (event.httpMethod !== 'POST') {
      const message = 'Only POST is answered here'
      const refused = refuse(405, refusal('WRONG_METHOD'), message)
      return { ...refused, headers: { Allow: 'POST' } }
    }
    const body = bytesOf(event)
    if (body.length > MAX_BODY_BYTES) {
      const message = 'The body is larger than 64 KB'
      return refuse(413, refusal('TOO_LARGE'), message)
    }
    const signature = header(event, 'X-Twilio-Signature')
    if (!signature) {
      const message = 'The X-Twilio-Signature header is missing'
      return refuse(403, refusal('MISSING_SIGNATURE'), message)
    }
    // What is not UTF-8 becomes U+FFFD, whether it came as a byte or as an escape.
    const params = parseForm(body.toString())
    if (!verifySignature(signature, url, params)) {
      const host = header(event, 'host')
      const { reason, signedUrl } = explainSignature(
        signature,
        url,
        params,
        host
      )
      const message = 'The signature does not fit'
      return refuse(403, { ...refusal(reason), signedUrl }, message)
    }
    try {
      const request = { params, query: event.queryStringParameters ?? {} }
      const response = await withLogFields(fieldsOf(request), () =>
        receive(request)
      )
      countWebhook(name, 'RECORDED')
      return response
    } catch (error) {
      countWebhook(name, 'NOT_RECORDED')
      logger.error({ error, webhook: name }, 'Webhook not recorded')
      return {
        statusCode: 503,
        headers: { 'Retry-After': '1' },
        body: 'Not recorded: please send it again',
      }
    } finally {
      answered()
    }
  }
