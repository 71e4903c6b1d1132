import { SegmentedMessage } from 'sms-segments-calculator'

/** How many segments a text is on the air, before Twilio says so. Other channels than SMS know only one. */
export const countSegments = (
  channel: 'SMS' | 'WHATSAPP',
  body: string
): number =>
  channel === 'SMS' && body
    ? new SegmentedMessage(body, 'auto').segmentsCount
    : 1
