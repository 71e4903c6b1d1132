import type { DestinationStream } from 'pino'

import { config } from 'src/lib/config/config'

import { hideSecrets } from './hideSecrets'
import { maskText } from './maskText'

const passwordIn = (url: string | undefined) =>
  url && URL.canParse(url)
    ? decodeURIComponent(new URL(url).password)
    : undefined

const hideOurs = hideSecrets([
  ...config.twilio.signingTokens,
  config.twilio.apiKeySecret,
  config.sessionSecret,
  config.metricsToken,
  config.mediaBucket?.secretAccessKey,
  passwordIn(config.databaseUrl),
  passwordIn(config.redisUrl),
])

type Destination = DestinationStream & {
  flush?: (done?: () => void) => void
  flushSync?: () => void
}

/**
 * The one door of the log: each line goes through it whole, as it was put into words, so that no field, no error and no
 * library's own line can bring a phone number, a text or a secret past it.
 */
export const maskedStream = (destination: Destination): Destination => ({
  write: (line) => destination.write(maskText(hideOurs(line))),
  // A fatal line is written before the process ends.
  flush: (done) => (destination.flush ? destination.flush(done) : done?.()),
  flushSync: () => destination.flushSync?.(),
})
