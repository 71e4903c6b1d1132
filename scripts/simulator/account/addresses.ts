import { parsePhoneNumberFromString } from 'libphonenumber-js'

export type ChannelKind = 'sms' | 'whatsapp'

/** `whatsapp:+14155550100` taken apart; a bare number is SMS. */
export interface Address {
  channel: ChannelKind
  number: string
}

/** Null where the prefix names a channel that this account does not have. */
export function parseAddress(text: string): Address | null {
  const [, prefix, number] = /^(?:([a-z]+):)?(.*)$/s.exec(text.trim()) ?? []
  if (number === undefined) return null
  if (prefix === undefined) return { channel: 'sms', number }
  return prefix === 'whatsapp' ? { channel: 'whatsapp', number } : null
}

export const formatAddress = ({ channel, number }: Address) =>
  channel === 'sms' ? number : `${channel}:${number}`

/** E.164 if such a number can exist, else null. Without a leading + there is no country to read it in. */
export function toE164(number: string): string | null {
  const parsed = parsePhoneNumberFromString(number)
  return parsed?.isValid() ? parsed.number : null
}

export const countryOf = (number: string): string =>
  parsePhoneNumberFromString(number)?.country ?? ''
