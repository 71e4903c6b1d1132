import type { ChannelKind } from '@prisma/client'

import { isStorable } from 'src/lib/database/isStorable'
import { badUserInput } from 'src/lib/errors'
import { normalizeSender } from 'src/lib/messaging/address'
import {
  isDate,
  isTimeZone,
  type OpeningSpan,
  wrongSpan,
} from 'src/lib/messaging/openingHours'

const LONGEST_NAME = 80
const MOST_SPANS = 50
const MOST_HOLIDAYS = 500
const FASTEST = 10_000

/** A Conversations service, which has no number of its own. */
const CONVERSATIONS_SERVICE = /^IS[0-9a-fA-F]{32}$/

export interface ChannelInput {
  address: string
  kinds: ChannelKind[]
  name: string
  segmentsPerSecond?: number | null
  isDefault?: boolean | null
  timeZone?: string | null
  openingHours?: OpeningSpan[] | null
  holidays?: string[] | null
}

const readAddress = (written: string) => {
  const trimmed = written.trim().replace(/^whatsapp:/i, '')
  const address = CONVERSATIONS_SERVICE.test(trimmed)
    ? trimmed
    : normalizeSender(trimmed)
  if (!address) {
    throw badUserInput(
      'The address must be a phone number with its country code, a short code, a name of up to 11 letters, or the SID of a service (MG… or IS…).'
    )
  }
  return address
}

const readName = (written: string) => {
  const name = written.trim()
  if (name === '' || name.length > LONGEST_NAME || !isStorable(name)) {
    throw badUserInput(
      `A channel needs a name, of ${LONGEST_NAME} characters at most.`
    )
  }
  return name
}

const readRate = (rate: number | null | undefined) => {
  if (rate != null && (rate < 1 || rate > FASTEST)) {
    throw badUserInput(
      `The rate must be from 1 to ${FASTEST} segments per second.`
    )
  }
  return rate ?? null
}

const readTimeZone = (zone: string | null | undefined) => {
  if (zone && !isTimeZone(zone)) {
    throw badUserInput(
      'There is no such time zone. Write it as Europe/Berlin or America/New_York.'
    )
  }
  return zone || 'UTC'
}

const readHours = (spans: OpeningSpan[]) => {
  const wrong = spans.map(wrongSpan).find(Boolean)
  if (wrong || spans.length > MOST_SPANS) {
    throw badUserInput(wrong || `There can be ${MOST_SPANS} spans at most.`)
  }
  return spans.map(({ weekday, from, to }) => ({ weekday, from, to }))
}

const readHolidays = (days: string[]) => {
  if (days.length > MOST_HOLIDAYS || !days.every(isDate)) {
    throw badUserInput('A holiday is a day such as 2027-12-25.')
  }
  return [...new Set(days)].sort()
}

/**
 * What somebody wrote as a channel, fit to be kept.
 *
 * @throws BAD_USER_INPUT
 */
export function readChannel(input: ChannelInput) {
  const kinds = [...new Set(input.kinds)]
  if (kinds.length === 0) {
    throw badUserInput(
      'A channel needs a kind: what comes to it, and goes from it.'
    )
  }
  return {
    address: readAddress(input.address),
    kinds,
    name: readName(input.name),
    segmentsPerSecond: readRate(input.segmentsPerSecond),
    isDefault: !!input.isDefault,
    timeZone: readTimeZone(input.timeZone),
    openingHours: readHours(input.openingHours ?? []),
    holidays: readHolidays(input.holidays ?? []),
  }
}
