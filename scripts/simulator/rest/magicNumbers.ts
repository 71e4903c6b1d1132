import { TwilioError } from './twilioError'

/** Twilio's own numbers that always fail: https://www.twilio.com/docs/iam/test-credentials#test-sms-messages */
const MAGIC_FROM: Record<string, [code: number, message: string]> = {
  '+15005550001': [
    21212,
    "The 'From' number +15005550001 is not a valid phone number, shortcode, or alphanumeric sender ID.",
  ],
  '+15005550007': [
    21606,
    'The From phone number +15005550007 is not a valid, SMS-capable inbound phone number or short code for your account.',
  ],
  '+15005550008': [
    21611,
    "This 'From' number has exceeded the maximum number of queued messages",
  ],
}

const MAGIC_TO: Record<string, [code: number, message: string]> = {
  '+15005550001': [
    21211,
    "The 'To' number +15005550001 is not a valid phone number.",
  ],
  '+15005550002': [
    21612,
    "The 'To' phone number +15005550002 is not currently reachable via SMS",
  ],
  '+15005550003': [
    21408,
    "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: +15005550003.",
  ],
  '+15005550004': [21610, 'Attempt to send to unsubscribed recipient'],
  '+15005550009': [21614, "'To' number is not a valid mobile number"],
}

export function magicNumbers(to: string, from: string | null) {
  const refusal = MAGIC_FROM[from ?? ''] ?? MAGIC_TO[to]
  if (refusal) throw new TwilioError(...refusal)
}
