import { SegmentedMessage } from 'sms-segments-calculator'

/** Segments as Twilio counts them: only SMS has more than one. https://www.twilio.com/docs/glossary/what-sms-character-limit */
export function segmentsOf(message: {
  to: string
  body: string
  mediaUrls?: readonly unknown[]
  smartEncoded?: boolean
}): number {
  const { to, body, mediaUrls = [], smartEncoded = false } = message
  if (to.startsWith('whatsapp:') || mediaUrls.length > 0) return 1
  const { segmentsCount } = new SegmentedMessage(body, 'auto', smartEncoded)
  return Math.max(1, segmentsCount)
}
