import type { WebhookHealthQuery } from 'types/graphql'

import MessageLink from 'src/components/MessageLink'
import { cx } from 'src/lib/cx'
import { count as showCount } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'

type Health = WebhookHealthQuery['webhookHealth']

interface Trouble {
  title: string
  about: string
  count: number
  messages?: Health['stuck']
}

const troubles = (health: Health): Trouble[] => [
  {
    title: t('Stuck'),
    about: t(
      'Messages without a final status for too long. Twilio is asked about each of them.'
    ),
    count: health.stuckCount,
    messages: health.stuck,
  },
  {
    title: t('Unconfirmed'),
    about: t(
      'Messages of which it is not known whether Twilio took them. A callback or a look-up at Twilio settles each, and none is sent again before.'
    ),
    count: health.unconfirmedCount,
  },
  {
    title: t('Conflicts'),
    about: t(
      'Reports of the last 7 days that contradict an earlier final one. The timeline of the message shows both.'
    ),
    count: health.conflictCount,
    messages: health.conflicts,
  },
  {
    title: t('Parked'),
    about: t(
      'Reports on messages that are not here. Most belong to another system that uses the same Twilio account.'
    ),
    count: health.parkedCount,
  },
]

/** What did not go as it should: how many, and which. */
const TroubleList = ({ health }: { health: Health }) => (
  <ul className="flex flex-col gap-4">
    {troubles(health).map(({ title, about, count, messages = [] }) => (
      <li key={title} className="flex gap-4">
        <p
          className={cx(
            'min-w-6 shrink-0 text-xl leading-6 tabular-nums',
            count > 0 ? 'font-bold text-caution' : 'text-ink-faint'
          )}
        >
          {showCount(count)}
        </p>
        <div className="min-w-0 flex-1">
          <h3 className="leading-6 font-semibold">{title}</h3>
          <p className="max-w-prose text-sm text-ink-soft">{about}</p>
          {messages.length > 0 && (
            <ul className="mt-1">
              {messages.map((message) => (
                <li key={message.id}>
                  <MessageLink message={message} />
                </li>
              ))}
            </ul>
          )}
          {messages.length > 0 && messages.length < count && (
            <p className="text-sm text-ink-faint">
              {t('The first {count} of them.', {
                count: String(messages.length),
              })}
            </p>
          )}
        </div>
      </li>
    ))}
  </ul>
)

export default TroubleList
