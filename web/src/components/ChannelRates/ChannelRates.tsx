import ChannelIcon, { channelLabel } from 'src/components/ChannelIcon'
import { type AnalyticsFigures, deliveryRate } from 'src/lib/analytics/figures'
import { percent } from 'src/lib/analytics/words'
import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'

/** How much of what each channel sent has arrived. */
const ChannelRates = ({
  channels,
}: {
  channels: AnalyticsFigures['channels']
}) => {
  const sending = channels.filter(({ sent }) => sent > 0)
  if (sending.length === 0) {
    return (
      <p className="text-ink-soft">{t('Nothing was sent in these days.')}</p>
    )
  }
  return (
    <table className="w-full tabular-nums">
      <caption className="sr-only">{t('Delivery by channel')}</caption>
      <thead>
        <tr className="text-left text-sm text-ink-soft">
          <th scope="col" className="pb-1 font-medium">
            {t('Channel')}
          </th>
          <th scope="col" className="pb-1 text-right font-medium" colSpan={2}>
            {t('Delivered')}
          </th>
          <th scope="col" className="pb-1 pl-4 text-right font-medium">
            {t('Failed')}
          </th>
          <th scope="col" className="pb-1 pl-4 text-right font-medium">
            {t('Sent')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sending.map((row) => {
          const rate = deliveryRate(row)
          return (
            <tr key={row.channel} className="border-t border-line">
              <th scope="row" className="py-2 pr-4 text-left font-medium">
                <span className="flex items-center gap-2">
                  <span aria-hidden className="contents">
                    <ChannelIcon channel={row.channel} />
                  </span>
                  {channelLabel(row.channel)}
                </span>
              </th>
              <td className="w-1/2 py-2" aria-hidden>
                {rate !== null && (
                  <span className="flex h-3 overflow-hidden rounded-full bg-danger">
                    <span
                      className="border-r-2 border-surface bg-signal"
                      style={{ width: `${rate * 100}%` }}
                    />
                  </span>
                )}
              </td>
              <td className="py-2 pl-4 text-right font-semibold">
                {rate === null ? t('not said') : percent(rate)}
              </td>
              <td className="py-2 pl-4 text-right">{count(row.failed)}</td>
              <td className="py-2 pl-4 text-right">{count(row.sent)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

export default ChannelRates
