import type { ReactNode } from 'react'

import type { WebhookHealthQuery } from 'types/graphql'

import { useNow } from 'src/hooks/useNow'
import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'
import { exactTime, timeAgo } from 'src/lib/time/time'
import { sum, troubleIn } from 'src/lib/webhooks/minutes'

const Figure = ({
  label,
  children,
}: {
  label: string
  children: ReactNode
}) => (
  <div className="flex-1 basis-40">
    <dt className="text-sm text-ink-soft">{label}</dt>
    <dd className="text-lg font-semibold tabular-nums first-letter:uppercase">
      {children}
    </dd>
  </div>
)

const Ago = ({ at }: { at?: string | null }) => {
  const now = useNow()
  return at ? (
    <time dateTime={at} title={exactTime(at)}>
      {timeAgo(at, now)}
    </time>
  ) : (
    <>{t('Never')}</>
  )
}

/** Whether Twilio is heard at all, in four figures. */
const WebhookSummary = ({
  health,
}: {
  health: WebhookHealthQuery['webhookHealth']
}) => {
  const { minutes } = health
  const taken = sum(minutes, ({ callbacks, inbound }) => callbacks + inbound)
  const trouble = sum(minutes, troubleIn)
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-3">
      <Figure label={t('Last status callback')}>
        <Ago at={health.lastCallbackAt} />
      </Figure>
      <Figure label={t('Last inbound message')}>
        <Ago at={health.lastInboundAt} />
      </Figure>
      <Figure label={t('Taken in, last hour')}>{count(taken)}</Figure>
      <Figure label={t('Not taken in, last hour')}>
        <span className={trouble > 0 ? 'text-danger' : undefined}>
          {count(trouble)}
        </span>
      </Figure>
    </dl>
  )
}

export default WebhookSummary
