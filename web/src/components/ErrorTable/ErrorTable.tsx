import { ExternalLink } from 'lucide-react'

import type { AnalyticsFigures } from 'src/lib/analytics/figures'
import { percent } from 'src/lib/analytics/words'
import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'
import { errorPage } from 'src/lib/messageStatus/errorPage'

const Code = ({ code }: { code: number | null | undefined }) =>
  code ? (
    <a
      href={errorPage(code)}
      target="_blank"
      rel="noreferrer"
      className="inline-flex items-center gap-1 rounded text-signal underline"
    >
      {code}
      <ExternalLink className="size-3.5" aria-label={t('at Twilio')} />
    </a>
  ) : (
    <span className="text-ink-soft">{t('none')}</span>
  )

/** Why messages failed, the most frequent first, and what to do about it. */
const ErrorTable = ({ errors }: { errors: AnalyticsFigures['errors'] }) => {
  const all = errors.reduce((sum, error) => sum + error.count, 0)
  if (all === 0) {
    return <p className="text-ink-soft">{t('Nothing failed in these days.')}</p>
  }
  return (
    <table className="w-full tabular-nums">
      <caption className="sr-only">
        {t('Failed messages by error code')}
      </caption>
      <thead>
        <tr className="text-left text-sm text-ink-soft">
          <th scope="col" className="pr-4 pb-1 font-medium">
            {t('Code')}
          </th>
          <th scope="col" className="pb-1 font-medium">
            {t('Cause')}
          </th>
          <th scope="col" className="pb-1 pl-4 text-right font-medium">
            {t('Messages')}
          </th>
        </tr>
      </thead>
      <tbody>
        {errors.map(({ code, cause, nextStep, count: times }) => (
          <tr key={code ?? 0} className="border-t border-line align-top">
            <th scope="row" className="py-2 pr-4 text-left font-medium">
              <Code code={code} />
            </th>
            <td className="py-2">
              <p>{cause}</p>
              <p className="text-sm text-ink-soft">{nextStep}</p>
              <div
                aria-hidden
                className="mt-1.5 h-1.5 rounded-full bg-danger"
                style={{ width: `max(0.375rem, ${(times / all) * 100}%)` }}
              />
            </td>
            <td className="py-2 pl-4 text-right whitespace-nowrap">
              <span className="font-semibold">{count(times)}</span>
              <span className="block text-sm text-ink-soft">
                {percent(times / all)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export default ErrorTable
