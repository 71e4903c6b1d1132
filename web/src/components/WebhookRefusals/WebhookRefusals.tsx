import { ShieldCheck } from 'lucide-react'
import type { WebhookHealthQuery } from 'types/graphql'

import UrlComparison from 'src/components/UrlComparison'
import { useNow } from 'src/hooks/useNow'
import { t } from 'src/lib/language/t'
import { exactTime, timeAgo } from 'src/lib/time/time'
import { explainRefusal, webhookName } from 'src/lib/webhooks/refusals'

type Refusal = WebhookHealthQuery['webhookHealth']['refusals'][number]

const times = (count: number) =>
  t('{count, plural, one {once} other {# times}}', { count })

/** What was turned away at the door, why, and what mends it. */
const WebhookRefusals = ({ refusals }: { refusals: readonly Refusal[] }) => {
  const now = useNow()
  if (refusals.length === 0) {
    return (
      <p className="flex items-center gap-2 text-ink-soft">
        <ShieldCheck className="size-4 shrink-0 text-signal" aria-hidden />
        {t('Nothing was refused.')}
      </p>
    )
  }
  return (
    <ul className="flex flex-col gap-5">
      {refusals.map((refusal) => {
        const { webhook, reason, expectedUrl, signedUrl, count, lastAt } =
          refusal
        const { what, next } = explainRefusal(reason)
        return (
          <li key={`${webhook} ${reason}`}>
            <p className="text-sm text-ink-soft">
              {webhookName(webhook)} · {times(count)}, {t('last')}{' '}
              <time dateTime={lastAt} title={exactTime(lastAt)}>
                {timeAgo(lastAt, now)}
              </time>
            </p>
            <h3 className="font-semibold text-danger">{what}</h3>
            <p className="max-w-prose">{next}</p>
            {signedUrl ? (
              <UrlComparison expected={expectedUrl} signed={signedUrl} />
            ) : (
              <p className="mt-1 text-sm text-ink-soft">
                {t('Expected address:')}{' '}
                <span className="font-mono text-[0.8125rem] wrap-anywhere">
                  {expectedUrl}
                </span>
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

export default WebhookRefusals
