import { config } from 'src/lib/config/config'

const FUNCTIONS = '/.redwood/functions'

/**
 * Twilio repeats a callback only when it could not connect (its default `#rp=ct`), so an answer of 5xx would lose the
 * event unless the URL asks for more: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export const RETRY_OVERRIDES = '#rc=5&rp=all'

/** The path of one of our functions, for our own pages. */
export const functionPath = (name: string) => `${FUNCTIONS}/${name}`

/** The public URL of one of our functions, as Twilio knows and signs it. */
export const functionUrl = (name: string, query = '') =>
  config.publicOrigin + functionPath(name) + query

/** Where Twilio reports a message's statuses. It carries our id, so that a report finds its row before we know the SID. */
export const statusCallbackUrl = (messageId: string) =>
  functionUrl('twilioCallback', `?message=${messageId}`) + RETRY_OVERRIDES
