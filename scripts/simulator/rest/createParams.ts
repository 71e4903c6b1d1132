import { formatAddress, parseAddress, toE164 } from '../account/addresses'
import type { Address } from '../account/addresses'
import type { NewMessage } from '../delivery/acceptMessage'
import type { PhoneNetwork } from '../network/network'

import { magicNumbers } from './magicNumbers'
import { TwilioError } from './twilioError'

/**
 * What a create asks for, checked in Twilio's order. Throws `TwilioError`.
 * https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource
 */
export function createParams(
  network: PhoneNetwork,
  form: URLSearchParams
): NewMessage {
  const text = (name: string) => form.get(name) || null
  const mediaUrls = form.getAll('MediaUrl').filter(Boolean)
  const body = form.get('Body') ?? ''
  const wantedTo = text('To')
  const wantedFrom = text('From')
  const messagingServiceSid = text('MessagingServiceSid')

  if (!wantedTo)
    throw new TwilioError(21604, "A 'To' phone number is required.")
  if (!wantedFrom && !messagingServiceSid) {
    throw new TwilioError(21603, "A 'From' phone number is required.")
  }
  if (!body && mediaUrls.length === 0 && !text('ContentSid')) {
    throw new TwilioError(21602, 'Message body is required.')
  }
  magicNumbers(wantedTo, wantedFrom)
  checkService(network, messagingServiceSid)
  const to = recipient(wantedTo)
  const from = wantedFrom
    ? sender(network, wantedFrom, to, messagingServiceSid)
    : null
  checkContent(form, body, mediaUrls)
  checkStatusCallback(text('StatusCallback'))
  checkValidityPeriod(text('ValidityPeriod'))

  return {
    to: formatAddress(to),
    from,
    messagingServiceSid,
    body,
    mediaUrls,
    statusCallback: text('StatusCallback'),
    sendAt: sendAt(form, messagingServiceSid),
    smartEncoded: form.get('SmartEncoded') === 'true',
    direction: 'outbound-api',
  }
}

/** Who shares no phone number at WhatsApp: https://www.twilio.com/docs/whatsapp */
const USER_ID = /^[A-Z]{2}\.[A-Za-z0-9]+$/

function recipient(text: string): Address {
  const address = parseAddress(text)
  if (!address) throw new TwilioError(30015, `Invalid channel prefix: ${text}`)
  const number =
    address.channel === 'whatsapp' && USER_ID.test(address.number)
      ? address.number
      : toE164(address.number)
  if (!number) {
    throw new TwilioError(
      21211,
      `The 'To' number ${text} is not a valid phone number.`
    )
  }
  return { ...address, number }
}

/** Alphanumeric senders: at most 11 characters, of which one is a letter. */
const ALPHANUMERIC = /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/

function sender(
  network: PhoneNetwork,
  text: string,
  to: Address,
  messagingServiceSid: string | null
): string {
  if (ALPHANUMERIC.test(text) && to.channel === 'sms') return text
  const from = parseAddress(text)
  if (from && from.channel !== to.channel) {
    throw new TwilioError(
      30016,
      "The 'From' and 'To' addresses belong to different channels."
    )
  }
  const number = from && toE164(from.number)
  if (!number) {
    throw new TwilioError(
      21212,
      `The 'From' number ${text} is not a valid phone number, shortcode, or alphanumeric sender ID.`
    )
  }
  if (number === to.number) {
    throw to.channel === 'whatsapp'
      ? new TwilioError(63031, 'Channel message cannot have same From and To')
      : new TwilioError(
          21211,
          `The 'To' number ${text} is not a valid phone number.`
        )
  }
  if (number !== network.account.phoneNumber) {
    if (to.channel === 'whatsapp') {
      throw new TwilioError(
        63007,
        'Twilio could not find a Channel with the specified From address'
      )
    }
    if (messagingServiceSid) {
      throw new TwilioError(
        21711,
        `The 'From' number ${text} does not belong to the Messaging Service.`
      )
    }
    throw new TwilioError(
      21606,
      `The From phone number ${text} is not a valid, SMS-capable inbound phone number or short code for your account.`
    )
  }
  return formatAddress({ channel: to.channel, number })
}

function checkService({ account }: PhoneNetwork, sid: string | null) {
  if (!sid || sid === account.messagingServiceSid) return
  if (!/^MG[0-9a-fA-F]{32}$/.test(sid)) {
    throw new TwilioError(21705, `The Messaging Service Sid ${sid} is invalid.`)
  }
  throw new TwilioError(21701, 'The Messaging Service does not exist.', 404)
}

function checkContent(
  form: URLSearchParams,
  body: string,
  mediaUrls: string[]
) {
  if (body.length > 1600) {
    throw new TwilioError(
      21617,
      'The concatenated message body exceeds the 1600 character limit.'
    )
  }
  if (mediaUrls.length > 10) {
    throw new TwilioError(21623, 'Number of media files exceeds allowed limit.')
  }
  if (!mediaUrls.every(isWebUrl)) {
    throw new TwilioError(21620, 'Invalid media URL(s)')
  }
  const contentSid = form.get('ContentSid')
  const variables = form.get('ContentVariables')
  if (contentSid && !/^HX[0-9a-fA-F]{32}$/.test(contentSid)) {
    throw new TwilioError(21655, 'The ContentSid is invalid.')
  }
  if (!variables) return
  if (!contentSid) {
    throw new TwilioError(21654, 'ContentVariables requires a ContentSid.')
  }
  if (!isJsonObject(variables)) {
    throw new TwilioError(21656, 'The ContentVariables parameter is invalid.')
  }
}

/** https://www.twilio.com/docs/api/errors/21609. Unlike Twilio, `localhost` is let pass: it is what one develops on. */
function checkStatusCallback(url: string | null) {
  if (url === null) return
  const right = isWebUrl(url) && !new URL(url).hostname.includes('_')
  if (!right || url.length > 4000) {
    throw new TwilioError(
      21609,
      `The 'StatusCallback' URL ${url} is not a valid URL.`
    )
  }
}

function checkValidityPeriod(text: string | null) {
  if (text === null) return
  const seconds = Number(text)
  if (!(Number.isInteger(seconds) && seconds >= 1 && seconds <= 36_000)) {
    throw new TwilioError(21624, 'Invalid ValidityPeriod value')
  }
}

/**
 * Null for a message that goes out at once, which is also what Twilio makes of one without a Messaging Service.
 * https://www.twilio.com/docs/api/errors/35111, https://www.twilio.com/docs/api/errors/35114
 */
function sendAt(
  form: URLSearchParams,
  messagingServiceSid: string | null
): Date | null {
  const scheduled = form.get('ScheduleType') === 'fixed'
  const text = form.get('SendAt')
  if (!scheduled || !messagingServiceSid) return null
  if (!text) {
    throw new TwilioError(35111, 'SendAt timestamp is missing')
  }
  const date = new Date(text)
  const ahead = (date.getTime() - Date.now()) / 1000
  if (!(ahead > 300 && ahead <= 3_024_000)) {
    throw new TwilioError(
      35114,
      'SendAt time must be between 300 seconds and 35 days (3024000 seconds) in the future, inclusive'
    )
  }
  return date
}

function isWebUrl(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol)
  } catch {
    return false
  }
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
