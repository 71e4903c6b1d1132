import type { TwilioFields } from 'types/graphql'

import { cx } from 'src/lib/cx'
import { participantName } from 'src/lib/twilio/participants'

const KINDS: Record<string, string> = {
  SMS: 'SMS',
  WHATSAPP: 'WhatsApp',
  CHAT: 'Application',
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
      <h3 className="mb-2 font-bold">Participants</h3>
      {inOrder.length === 0 && (
        <p className="text-ink-soft">Nobody takes part yet.</p>
      )}
      <ul aria-label="Participants" className="flex flex-col gap-2">
        {inOrder.map(({ id, type, removedAt, ...participant }) => (
          <li key={id} className="flex items-baseline justify-between gap-4">
            <span
              className={cx(
                'min-w-0 wrap-anywhere tabular-nums',
                removedAt && 'text-ink-faint line-through'
              )}
            >
              {participantName(participant)}
            </span>
            <span className="shrink-0 text-sm text-ink-soft">
              {removedAt ? 'Has left' : (KINDS[type] ?? type)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export default Participants
