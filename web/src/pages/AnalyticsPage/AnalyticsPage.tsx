import { Download } from 'lucide-react'

import { useParams } from '@redwoodjs/router'

import AnalyticsCell from 'src/components/AnalyticsCell'
import AnalyticsFilter from 'src/components/AnalyticsFilter'
import { buttonLook } from 'src/components/Button'
import Page from 'src/components/Page'
import { useNow } from 'src/hooks/useNow'
import { useSettings } from 'src/hooks/useSettings'
import { readChannel, readRange } from 'src/lib/analytics/range'
import { t } from 'src/lib/language/t'
import { BROWSERS_ZONE } from 'src/lib/time/zone'

/** How much is written, how much of it arrives, and how long people wait for an answer. */
const AnalyticsPage = () => {
  const params = useParams() as Record<string, string | undefined>
  const now = useNow()
  const timeZone = useSettings().timeZone ?? BROWSERS_ZONE
  const range = readRange(params, now)
  const channel = readChannel(params)
  const { from, to } = range
  const query = new URLSearchParams({
    ...{ from, to, timeZone },
    ...(channel && { channel }),
  })

  return (
    <Page
      title={t('Analytics')}
      about={t(
        'How much is written, how much of it arrives, and how long people wait for an answer.'
      )}
      action={
        <a
          href={`${window.RWJS_API_URL}/analytics.csv?${query}`}
          download
          className={buttonLook('quiet')}
        >
          <Download className="size-4 text-ink-soft" aria-hidden />
          <span className="max-md:sr-only">{t('Export as CSV')}</span>
        </a>
      }
    >
      <AnalyticsFilter range={range} channel={channel} />
      <AnalyticsCell
        from={from}
        to={to}
        timeZone={timeZone}
        {...(channel && { channel })}
      />
    </Page>
  )
}

export default AnalyticsPage
