import { config } from 'src/lib/config/config'

import { twilioClient } from './twilioClient'

/** The hosts of Twilio's files, in all regions: https://www.twilio.com/docs/global-infrastructure/understanding-twilio-regions */
const TWILIO_HOST = /^(api|mcs)(\.[a-z0-9-]+){0,2}\.twilio\.com$/

const PUBLIC_ORIGIN = 'https://api.twilio.com'

/** Where a file that Twilio names is fetched, and what opens it there. */
export interface MediaAddress {
  url: string
  /** Basic auth; null where the file is not at Twilio: our credentials go nowhere else. */
  credentials: { username: string; password: string } | null
}

/** What stands for Twilio, also where that is a host of this machine (the simulator); undefined where it is Twilio. */
export const standIn = () => {
  const { origin } = new URL(twilioClient.api.baseUrl)
  return origin === PUBLIC_ORIGIN ? undefined : new URL(origin)
}

const isTwilio = ({ origin, protocol, hostname }: URL, other?: URL) =>
  other
    ? origin === other.origin
    : protocol === 'https:' && TWILIO_HOST.test(hostname)

/**
 * A file's address as its webhook names it. With `TWILIO_API_BASE_URL`, what lies at Twilio is asked for there.
 *
 * @param named a URL
 */
export function mediaAddress(named: string): MediaAddress {
  const url = new URL(named)
  const other = standIn()
  const address =
    other && isTwilio(url) ? new URL(url.pathname + url.search, other) : url
  const { accountSid, authToken, apiKeySid, apiKeySecret } = config.twilio
  return {
    url: address.href,
    credentials: isTwilio(address, other)
      ? {
          username: apiKeySid ?? accountSid,
          password: apiKeySecret ?? authToken,
        }
      : null,
  }
}
