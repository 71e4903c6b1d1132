import type { ChannelKind } from 'types/graphql'

import { navigate, routes } from '@redwoodjs/router'

import { channelLabel } from 'src/components/ChannelIcon'
import Choice from 'src/components/Choice'
import CustomRange from 'src/components/CustomRange'
import { FIELD } from 'src/components/fieldLook'
import { CHANNELS, type Range, SPANS } from 'src/lib/analytics/range'
import { t } from 'src/lib/language/t'

const OPTIONS = [
  ...SPANS.map((days) => ({
    value: days,
    get label() {
      return t('{days} days', { days })
    },
  })),
  {
    value: 'custom',
    get label() {
      return t('Custom')
    },
  },
] as const

interface AnalyticsFilterProps {
  range: Range
  channel?: ChannelKind
}

/** Which days, and which channel. It all stands in the address: the wall's screen is a bookmark. */
const AnalyticsFilter = ({ range, channel }: AnalyticsFilterProps) => {
  const go = (query: Record<string, string | undefined>) => {
    const named = Object.entries<string | undefined>({ channel, ...query })
      .filter(([, value]) => value)
      .map(([key, value]): [string, string] => [key, value ?? ''])
    navigate(routes.analytics(Object.fromEntries(named)), { replace: true })
  }
  const { from, to, days } = range
  const dates = days ? { days } : { from, to }

  return (
    <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
      <Choice
        legend={t('Days')}
        options={OPTIONS}
        value={days ?? 'custom'}
        onChange={(value) =>
          go(value === 'custom' ? { from, to } : { days: value })
        }
      />
      {!days && <CustomRange range={range} onChange={go} />}
      <label className="flex flex-col gap-1.5 text-sm text-ink-soft">
        {t('Channel')}
        <select
          value={channel ?? ''}
          onChange={({ target }) => go({ ...dates, channel: target.value })}
          className={`${FIELD} !h-9 !w-auto text-ink`}
        >
          <option value="">{t('All')}</option>
          {CHANNELS.map((kind) => (
            <option key={kind} value={kind}>
              {channelLabel(kind)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

export default AnalyticsFilter
