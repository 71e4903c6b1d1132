import type { SimulatedMessage } from '../network/messages'
import type { PhoneNetwork } from '../network/network'
import { requestOnce } from '../webhooks/requestOnce'

const MB = 1024 * 1024

/**
 * How large a message's media may be together, and the error of more:
 * https://www.twilio.com/docs/messaging/guides/accepted-mime-types
 */
const MMS = { limit: 5 * MB, tooLarge: 30019, failed: 11200 }
const WHATSAPP = { limit: 16 * MB, tooLarge: 11751, failed: 63019 }

/**
 * Fetches the pictures of an outbound message, as Twilio does before it sends them.
 *
 * @returns the error code with which the message fails, or null
 */
export async function fetchMedia(
  network: PhoneNetwork,
  message: SimulatedMessage
): Promise<number | null> {
  if (!network.settings.fetchMedia) return null
  const rules = message.to.startsWith('whatsapp:') ? WHATSAPP : MMS
  let left = rules.limit
  for (const media of message.media) {
    const { url } = media
    if (!url) continue
    const result = await network.tasks.track(
      requestOnce({
        url,
        method: 'GET',
        headers: { 'user-agent': 'TwilioProxy/1.1', accept: '*/*' },
        connectTimeout: 5000,
        responseTimeout: 15_000,
        totalTimeout: 15_000,
        signal: network.tasks.signal(),
        limit: left + 1,
      })
    )
    const found = result.kind === 'answer' && result.status === 200
    network.air.append('media', {
      messageSid: message.sid,
      to: message.to,
      url,
      httpStatus: result.kind === 'answer' ? result.status : null,
      error: result.kind === 'failure' ? result.error : null,
      ok: found,
    })
    if (!found || result.body.length === 0) return rules.failed
    const contentType = result.headers['content-type']?.split(';')[0]
    if (!contentType) return 12300
    left -= result.body.length
    if (left < 0) return rules.tooLarge
    media.contentType = contentType
    media.content = result.body
  }
  return null
}
