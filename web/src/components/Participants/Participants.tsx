import type { TwilioFields } from 'types/graphql'

import { cx } from 'src/lib/cx'
import { t } from 'src/lib/language/t'
import { participantName } from 'src/lib/twilio/participants'

const KINDS: Record<string, string> = {
  SMS: 'SMS',
  WHATSAPP: 'WhatsApp',
  get CHAT() {
    return t('Application')
  },
}

/** How somebody takes part, or why nothing reaches them. */
const standingOf = ({
  type,
  removedAt,
  optedOutAt,
}: TwilioFields['participants'][number]) => {
  if (removedAt) {
    return t('Has left')
  }
  return optedOutAt ? (
    <span className="font-semibold text-caution">{t('Opted out')}</span>
  ) : (
    (KINDS[type] ?? type)
  )
}

/** Who takes part in a Twilio conversation; those who have left come last. */
const Participants = ({
  participants,
}: {
  participants: TwilioFields['participants']
}) => {
  const inOrder = [
    ...participants.filter(({ removedAt }) => !removedAt),
    ...participants.filter(({ removedAt }) => removedAt),
  ]
  return (
    <section className="border-t border-line pt-5">
      <h3 className="mb-2 font-bold">{t('Participants')}</h3>
      {inOrder.length === 0 && (
        <p className="text-ink-soft">{t('Nobody takes part yet.')}</p>
      )}
      <ul aria-label={t('Participants')} className="flex flex-col gap-2">
        {inOrder.map((participant) => (
          <li
            key={participant.id}
            className="flex items-baseline justify-between gap-4"
          >
            <span
              className={cx(
                'min-w-0 wrap-anywhere tabular-nums',
                participant.removedAt && 'text-ink-faint line-through'
              )}
            >
              {participantName(participant)}
            </span>
            <span className="shrink-0 text-sm text-ink-soft">
              {standingOf(participant)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export default Participants
