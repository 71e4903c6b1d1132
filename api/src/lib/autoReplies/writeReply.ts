import { differenceInCalendarDays, format } from 'date-fns'

import { fillIn } from 'src/lib/messaging/autoReply/fillIn'
import { opensAt } from 'src/lib/messaging/openingHours'
import { LONGEST_BODY } from 'src/lib/messaging/outboundDraft'
import { shorten } from 'src/lib/messaging/shorten'

import type { ChannelRules } from './readRules'

/** A name that fills the message would leave no room for what it is to say. */
const LONGEST_NAME = 60

/** "Monday 09:00"; with its date where that Monday is not the next one. */
const describeOpening = (hours: ChannelRules['channel'], now: Date) => {
  const next = opensAt(hours, now)
  if (!next) {
    return null
  }
  const isNear = differenceInCalendarDays(next, now) < 7
  return format(next, isNear ? 'EEEE HH:mm' : 'd MMMM HH:mm')
}

/** The text of an automatic reply, as it is sent. */
export function writeReply(
  text: string,
  { channel, name }: Pick<ChannelRules, 'channel' | 'name'>,
  now: Date
): string {
  const filled = fillIn(text, {
    name: name && shorten(name, LONGEST_NAME),
    channel: channel.name,
    opensAt: describeOpening(channel, now),
  })
  return shorten(filled, LONGEST_BODY)
}
