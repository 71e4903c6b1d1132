import { Check, Clock, RotateCcw, X } from 'lucide-react'
import type {
  ReplayWebhookDeliveryMutation,
  ReplayWebhookDeliveryMutationVariables,
  WebhookDeliveryFields,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import IconButton from 'src/components/IconButton'
import { cx } from 'src/lib/cx'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { exactTime, dayAndTime } from 'src/lib/time/time'
import { describeDelivery } from 'src/lib/webhooks/describeDelivery'
import { REPLAY_WEBHOOK_DELIVERY } from 'src/queries/webhookEndpoints'

const MARKS = {
  DELIVERED: { icon: Check, look: 'text-signal' },
  PENDING: { icon: Clock, look: 'text-caution' },
  FAILED: { icon: X, look: 'text-danger' },
}

const pretty = (json: string) => JSON.stringify(JSON.parse(json), null, 2)

const Text = ({ label, children }: { label: string; children: string }) => (
  <div className="min-w-0 flex-1 basis-72">
    <p className="text-sm text-ink-soft">{label}</p>
    <pre className="max-h-72 overflow-auto rounded-lg border border-line bg-raised p-3 font-mono text-[0.8125rem] whitespace-pre-wrap wrap-anywhere">
      {children}
    </pre>
  </div>
)

/** One event on its way to an endpoint; opened, what was sent and what was answered. */
const WebhookDelivery = ({ delivery }: { delivery: WebhookDeliveryFields }) => {
  const { id, type, status, createdAt, attempts, durationMs } = delivery
  const { icon: Icon, look } = MARKS[status]
  const [replay, { loading }] = useMutation<
    ReplayWebhookDeliveryMutation,
    ReplayWebhookDeliveryMutationVariables
  >(REPLAY_WEBHOOK_DELIVERY, { variables: { id } })
  const run = async () => {
    try {
      await replay()
    } catch (error) {
      noticeBoard.post(
        t('It was not replayed. {error}', { error: errorText(error) })
      )
    }
  }
  const effort = [
    t('{count, plural, one {# attempt} other {# attempts}}', {
      count: attempts,
    }),
    durationMs === null ? null : `${durationMs} ms`,
    delivery.eventId,
  ]

  return (
    <li className="flex items-start gap-2 py-1.5">
      <details className="min-w-0 flex-1">
        <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 rounded-lg px-2 py-1.5 hover:bg-hover">
          <Icon
            className={cx('size-4 shrink-0 self-center', look)}
            aria-hidden
          />
          <span className="font-medium">{type}</span>
          <span className="min-w-0 flex-1 basis-48 text-sm text-ink-soft wrap-anywhere">
            {describeDelivery(delivery)}
          </span>
          <time
            dateTime={createdAt}
            title={exactTime(createdAt)}
            className="text-sm text-ink-soft tabular-nums"
          >
            {dayAndTime(createdAt)}
          </time>
        </summary>
        <div className="flex flex-wrap gap-3 px-2 py-2">
          <p className="basis-full font-mono text-xs wrap-anywhere text-ink-soft">
            {effort.filter(Boolean).join(' · ')}
          </p>
          {delivery.payload && (
            <Text label={t('Sent')}>{pretty(delivery.payload)}</Text>
          )}
          <Text
            label={
              delivery.responseStatus
                ? t('Answered {status}', {
                    status: String(delivery.responseStatus),
                  })
                : t('No answer')
            }
          >
            {delivery.responseBody || delivery.error || t('(empty)')}
          </Text>
        </div>
      </details>
      <IconButton
        icon={RotateCcw}
        label={t('Replay {type} of {time}', {
          type,
          time: dayAndTime(createdAt),
        })}
        disabled={loading}
        onClick={() => void run()}
      />
    </li>
  )
}

export default WebhookDelivery
