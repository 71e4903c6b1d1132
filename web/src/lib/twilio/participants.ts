import type { TwilioFields } from 'types/graphql'

import { t } from 'src/lib/language/t'
import { formatAddress } from 'src/lib/phone/formatAddress'

export type Participant = TwilioFields['participants'][number]

/** What somebody is called who takes part, or has written. */
export const participantName = ({
  identity,
  address,
}: Pick<Participant, 'identity' | 'address'>) =>
  identity || (address ? formatAddress(address) : t('Somebody'))

/** An author as Twilio names it: an identity, a number with or without its channel, or `system`. */
export const authorName = (author: string) =>
  formatAddress(author.replace(/^whatsapp:/, ''))

/** How many take part now, and how many of them no message reaches, in words. */
export function countPresent(participants: readonly Participant[]): string {
  const present = participants.filter(({ removedAt }) => !removedAt)
  const missed = present.filter(({ optedOutAt }) => optedOutAt).length
  const count = t(
    '{count, plural, one {# participant} other {# participants}}',
    { count: present.length }
  )
  return missed ? t('{count}, {missed} opted out', { count, missed }) : count
}
