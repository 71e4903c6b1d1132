import type { MessageFields } from 'types/graphql'

import { t } from 'src/lib/language/t'
import { dayAndTime } from 'src/lib/time/time'

export type Mark =
  | 'clock'
  | 'question'
  | 'calendar'
  | 'tick'
  | 'ticks'
  | 'read'
  | 'failed'
  | 'canceled'

export interface StatusDescription {
  mark: Mark
  label: string
  /** What it means, where the label alone leaves a question. */
  detail?: string
  /** Whether the label is to be read, and not only heard. */
  inWords?: boolean
}

type Described = Pick<
  MessageFields,
  'direction' | 'channel' | 'status' | 'errorMessage' | 'errorCode' | 'sendAt'
>

const cause = ({ errorMessage, errorCode }: Described) =>
  errorMessage ??
  (errorCode
    ? t("Twilio's error {errorCode}.", { errorCode })
    : t('Twilio gave no reason.'))

/** What a message's status looks like and says; nothing for what has simply arrived here. */
export function describeStatus(message: Described): StatusDescription | null {
  switch (message.status) {
    case 'PENDING':
      return {
        mark: 'clock',
        label: t('Pending'),
        detail:
          message.errorMessage ??
          t('Saved, and not with Twilio yet. It goes out by itself.'),
        inWords: true,
      }
    case 'UNCONFIRMED':
      return {
        mark: 'question',
        label: t('Unconfirmed'),
        detail: t(
          'Not confirmed by Twilio yet; we will not send again until we know.'
        ),
        inWords: true,
      }
    case 'SCHEDULED':
      return {
        mark: 'calendar',
        label: message.sendAt
          ? t('Scheduled for {time}', {
              time: dayAndTime(message.sendAt),
            })
          : t('Scheduled'),
        inWords: true,
      }
    case 'ACCEPTED':
      return { mark: 'clock', label: t('Accepted') }
    case 'QUEUED':
      return { mark: 'clock', label: t('Queued') }
    case 'SENDING':
      return { mark: 'clock', label: t('Sending') }
    case 'SENT':
      return { mark: 'tick', label: t('Sent') }
    case 'DELIVERED':
      return { mark: 'ticks', label: t('Delivered') }
    case 'READ':
      // SMS has no read receipt: whatever claims one there, it was delivered.
      return message.channel === 'WHATSAPP'
        ? { mark: 'read', label: t('Read') }
        : { mark: 'ticks', label: t('Delivered') }
    case 'FAILED':
      return {
        mark: 'failed',
        label: t('Failed'),
        detail: cause(message),
        inWords: true,
      }
    case 'UNDELIVERED':
      return {
        mark: 'failed',
        label: t('Undelivered'),
        detail: cause(message),
        inWords: true,
      }
    case 'CANCELED':
      return { mark: 'canceled', label: t('Canceled') }
    case 'RECEIVING':
      return { mark: 'clock', label: t('Receiving') }
    case 'RECEIVED':
      return null
  }
}

export const hasFailed = ({ status }: Pick<MessageFields, 'status'>) =>
  status === 'FAILED' || status === 'UNDELIVERED'
