import {
  type AnalyticsFigures,
  deliveryRate,
  sumOf,
} from 'src/lib/analytics/figures'
import { percent, wait } from 'src/lib/analytics/words'
import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'

/** What one looks for first. */
const KeyFigures = ({ days, responses }: AnalyticsFigures) => {
  const sum = sumOf(days)
  const rate = deliveryRate(sum)
  const figures = [
    { label: t('Sent'), value: count(sum.sent) },
    { label: t('Delivered'), value: rate === null ? '–' : percent(rate) },
    { label: t('Failed'), value: count(sum.failed) },
    { label: t('Received'), value: count(sum.inbound) },
    {
      label: t('First response'),
      value:
        responses.medianSeconds == null ? '–' : wait(responses.medianSeconds),
    },
  ]
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 md:grid-cols-5">
      {figures.map(({ label, value }) => (
        <div key={label} className="flex flex-col">
          <dt className="text-sm text-ink-soft">{label}</dt>
          <dd className="text-2xl font-bold tracking-tight tabular-nums">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export default KeyFigures
