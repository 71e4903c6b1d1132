import { normalizePhoneNumber } from './address'
import { DraftError, LONGEST_BODY } from './outboundDraft'

/** Where a Twilio conversation stands, as far as it says whether somebody can write in it. */
export interface ChatStanding {
  state: string
  removedAt: Date | null
}

/** Why nothing can be written in a Twilio conversation, for the operator; null where it can. */
export function whyChatIsClosed({ state, removedAt }: ChatStanding) {
  if (removedAt) {
    return 'This conversation was removed at Twilio: nobody can write in it any more.'
  }
  if (state === 'CLOSED') {
    return 'This conversation is closed at Twilio: nobody can write in it any more.'
  }
  if (state === 'INITIALIZING') {
    return 'Twilio is still setting this conversation up. It opens by itself.'
  }
  return null
}

/** A NUL, or half of an emoji that was cut in two: no phone shows it, and no database holds it. */
const UNSENDABLE = /\0|\p{Surrogate}/gu

/**
 * The text of a message to a Twilio conversation, fit to be sent.
 *
 * @throws {DraftError}
 */
export function checkChatBody(written: string): string {
  const body = written.replace(UNSENDABLE, '')
  if (body.length > LONGEST_BODY) {
    throw new DraftError(
      `The text has ${body.length} characters; a message can have ${LONGEST_BODY}.`
    )
  }
  if (body.trim() === '') {
    throw new DraftError('The text is empty.')
  }
  return body
}

/** Who is to take part: somebody in an application by an identity, or a phone by its number. */
export interface ParticipantInput {
  identity?: string | null
  /** A number, or `whatsapp:` and a number. */
  address?: string | null
  /** Ours, that it writes to; the default number unless told. */
  proxyAddress?: string | null
}

/** What Twilio takes in one request: https://www.twilio.com/docs/api/errors/50426 */
const MOST_PARTICIPANTS = 10

const WHATSAPP = 'whatsapp:'

const toAddress = (written: string) => {
  const isWhatsApp = written.trim().startsWith(WHATSAPP)
  const number = normalizePhoneNumber(
    isWhatsApp ? written.trim().slice(WHATSAPP.length) : written
  )
  if (!number) {
    throw new DraftError(
      'This is not a phone number. Write it with a plus sign and the country code, such as +1 415 555 0100.'
    )
  }
  return isWhatsApp ? WHATSAPP + number : number
}

/** Of the same channel as the phone that writes to it. */
const toProxy = (written: string, address: string) => {
  const isWhatsApp = address.startsWith(WHATSAPP)
  return isWhatsApp && !written.startsWith(WHATSAPP)
    ? WHATSAPP + written
    : written
}

/**
 * Those who are to take part, as Twilio wants them.
 *
 * @param number ours, where a phone's participant names none
 * @param own all addresses of ours: none of them takes part (https://www.twilio.com/docs/api/errors/50409)
 * @throws {DraftError}
 */
export function checkParticipants(
  participants: ParticipantInput[],
  number: string | undefined,
  own: string[] = []
) {
  if (participants.length === 0) {
    throw new DraftError('A conversation needs somebody to talk to.')
  }
  if (participants.length > MOST_PARTICIPANTS) {
    throw new DraftError(
      `A conversation starts with ${MOST_PARTICIPANTS} participants at most.`
    )
  }
  return participants.map(({ identity, address, proxyAddress }) => {
    if (!identity?.trim() === !address?.trim()) {
      throw new DraftError('A participant has an identity or a number.')
    }
    if (identity?.trim()) {
      return { identity: identity.trim() }
    }
    const theirs = toAddress(address ?? '')
    const bare = theirs.replace(WHATSAPP, '')
    if (
      own.includes(bare) ||
      bare === proxyAddress?.replace(WHATSAPP, '').trim()
    ) {
      throw new DraftError(
        'This is a number of ours: those who take part have numbers of their own.'
      )
    }
    const ours = proxyAddress?.trim() || number
    if (!ours) {
      throw new DraftError('There is no number of ours for it to write to.')
    }
    return { address: theirs, proxyAddress: toProxy(ours, theirs) }
  })
}
