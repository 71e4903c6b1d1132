import {
  isMessagingService,
  normalizePhoneNumber,
  normalizeSender,
  normalizeWhatsappUser,
} from './address'
import { wrongSendAt } from './schedule'

export const LONGEST_BODY = 1600
export const MOST_MEDIA = 10
/** Seconds; Twilio's limit (30045). */
export const LONGEST_VALIDITY = 36_000

/** What somebody wants to send, as they wrote it. */
export interface DraftInput {
  to: string
  body: string
  from?: string | null
  mediaUrls?: string[] | null
  /** Uploads of ours. */
  attachmentIds?: string[] | null
  sendAt?: Date | null
  validityPeriod?: number | null
}

/** The same, fit to be sent. */
export interface Draft {
  channel: 'SMS' | 'WHATSAPP'
  to: string
  /** A number, a short code or a name; a Messaging Service's SID where it chooses the sender. */
  from: string
  messagingServiceSid: string | null
  body: string
  mediaUrls: readonly string[]
  /** Files of ours. */
  fileIds: readonly string[]
  sendAt: Date | null
  /** Seconds until it is too late to send it. */
  validityPeriod: number | null
}

/** What is wrong with a draft, in words for the person who wrote it. */
export class DraftError extends Error {}

const WHATSAPP = 'whatsapp:'

/** A NUL, or half of an emoji that was cut in two: no phone shows it, and no database holds it. */
const UNSENDABLE = /\0|\p{Surrogate}/gu

const strip = (address: string) =>
  address.startsWith(WHATSAPP) ? address.slice(WHATSAPP.length) : address

const isValidity = (seconds: number) =>
  Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_VALIDITY

const isHttpUrl = (url: string) =>
  url.replace(UNSENDABLE, '') === url &&
  URL.canParse(url) &&
  /^https?:$/.test(new URL(url).protocol)

const checkBody = (body: string, hasMedia: boolean) => {
  // Twilio counts characters as JavaScript does: an emoji is two or more (21617).
  if (body.length > LONGEST_BODY) {
    throw new DraftError(
      `The text has ${body.length} characters; a message can have ${LONGEST_BODY}.`
    )
  }
  if (body.trim() === '' && !hasMedia) {
    throw new DraftError('The text is empty.')
  }
}

const checkMedia = (mediaUrls: string[], fileIds: string[]) => {
  if (mediaUrls.length + fileIds.length > MOST_MEDIA) {
    throw new DraftError(`A message can have ${MOST_MEDIA} attachments.`)
  }
  if (!mediaUrls.every(isHttpUrl)) {
    throw new DraftError('An attachment must be an http or https address.')
  }
}

/**
 * Checks and normalises what somebody wants to send.
 *
 * @param sender what to write from where the draft doesn't say
 * @param now the present, to tell a time that has passed
 * @throws {DraftError}
 */
export function checkDraft(
  input: DraftInput,
  sender: string | undefined,
  now: Date
): Draft {
  const { sendAt = null, validityPeriod = null } = input
  const body = input.body.replace(UNSENDABLE, '')
  const mediaUrls = input.mediaUrls ?? []
  const fileIds = input.attachmentIds ?? []
  const isWhatsapp = input.to.trim().startsWith(WHATSAPP)
  const normalize = isWhatsapp ? normalizeWhatsappUser : normalizePhoneNumber
  const to = normalize(strip(input.to.trim()))
  if (!to) {
    throw new DraftError(
      'This is not a phone number. Write it with a plus sign and the country code, such as +1 415 555 0100.'
    )
  }
  const from = normalizeSender(strip(input.from?.trim() || sender || ''))
  if (!from) {
    throw new DraftError(
      input.from
        ? 'The sender is not one that can be written from.'
        : 'There is no sender to write from.'
    )
  }
  if (from === to) {
    throw new DraftError('The recipient is our own sender.')
  }
  checkMedia(mediaUrls, fileIds)
  checkBody(body, mediaUrls.length + fileIds.length > 0)
  const messagingServiceSid = isMessagingService(from) ? from : null
  const wrong = sendAt && wrongSendAt(sendAt, !!messagingServiceSid, now)
  if (wrong) {
    throw new DraftError(wrong)
  }
  if (validityPeriod !== null && !isValidity(validityPeriod)) {
    throw new DraftError(
      `The validity period must be from 1 to ${LONGEST_VALIDITY} seconds.`
    )
  }
  return {
    channel: isWhatsapp ? 'WHATSAPP' : 'SMS',
    to,
    from,
    messagingServiceSid,
    body,
    mediaUrls,
    fileIds,
    sendAt,
    validityPeriod,
  }
}
