import { useState } from 'react'

import { useApolloClient } from '@apollo/client'
import { ChevronDown } from 'lucide-react'
import type { WebhookEndpointFields } from 'types/graphql'

import Button from 'src/components/Button'
import Problem from 'src/components/Problem'
import WebhookDeliveriesCell from 'src/components/WebhookDeliveriesCell'
import WebhookEndpointActions from 'src/components/WebhookEndpointActions'
import { useNow } from 'src/hooks/useNow'
import { cx } from 'src/lib/cx'
import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'
import { timeAgo } from 'src/lib/time/time'
import { WEBHOOK_DELIVERIES } from 'src/queries/webhookEndpoints'

/** An endpoint: what it hears of, how it fares, and its deliveries. */
const WebhookEndpoint = ({ endpoint }: { endpoint: WebhookEndpointFields }) => {
  const { id, url, description, events, isEnabled, note } = endpoint
  const [isOpen, setIsOpen] = useState(false)
  const now = useNow()
  const client = useApolloClient()
  const listId = `deliveries-${id}`
  const { pendingCount, failedCount, lastDeliveredAt } = endpoint
  const facts = [
    isEnabled ? null : t('Disabled'),
    lastDeliveredAt
      ? t('Delivered {time}', { time: timeAgo(lastDeliveredAt, now) })
      : t('Nothing delivered yet'),
    pendingCount ? t('{count} waiting', { count: count(pendingCount) }) : null,
    failedCount ? t('{count} failed', { count: count(failedCount) }) : null,
    endpoint.includesBodies ? null : t('Without texts'),
  ]

  return (
    <li className="flex flex-col gap-2 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          {description && <p className="font-semibold">{description}</p>}
          <p className="font-mono text-[0.8125rem] wrap-anywhere">{url}</p>
        </div>
        <WebhookEndpointActions
          endpoint={endpoint}
          onSent={() =>
            void client.refetchQueries({ include: [WEBHOOK_DELIVERIES] })
          }
        />
      </div>
      <p className="text-sm text-ink-soft">{events.join(' · ')}</p>
      {note && !isEnabled && <Problem>{note}</Problem>}
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p className="text-sm text-ink-soft">
          {facts.filter(Boolean).join(' · ')}
        </p>
        <Button
          look="bare"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('Deliveries')}
          <ChevronDown
            className={cx(
              'size-4 transition-transform',
              isOpen && 'rotate-180'
            )}
            aria-hidden
          />
        </Button>
      </div>
      <div id={listId}>
        {isOpen && <WebhookDeliveriesCell endpointId={id} />}
      </div>
    </li>
  )
}

export default WebhookEndpoint
