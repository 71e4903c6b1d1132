import type { WebhookEndpoint } from '@prisma/client'
import { Webhook } from 'standardwebhooks'

type Keys = Pick<
  WebhookEndpoint,
  'secret' | 'previousSecret' | 'previousSecretUntil'
>

const secretsOf = (
  { secret, previousSecret, previousSecretUntil }: Keys,
  now: Date
) =>
  previousSecret && previousSecretUntil && previousSecretUntil > now
    ? [secret, previousSecret]
    : [secret]

/**
 * The headers by which a receiver knows that an event is ours, is whole and is new.
 *
 * @see https://www.standardwebhooks.com
 */
export const signedHeaders = (
  endpoint: Keys,
  eventId: string,
  body: string,
  now: Date
) => ({
  'webhook-id': eventId,
  'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
  'webhook-signature': secretsOf(endpoint, now)
    .map((secret) => new Webhook(secret).sign(eventId, now, body))
    .join(' '),
})
