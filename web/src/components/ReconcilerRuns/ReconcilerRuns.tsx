import type { WebhookHealthQuery } from 'types/graphql'

import { useNow } from 'src/hooks/useNow'
import { count } from 'src/lib/language/number'
import type { Text } from 'src/lib/language/t'
import { t } from 'src/lib/language/t'
import { exactTime, timeAgo } from 'src/lib/time/time'

type Run = WebhookHealthQuery['webhookHealth']['reconciliations'][number]

const KINDS = {
  STUCK: 'Stuck messages',
  DAILY: 'The day, both ways',
} as const satisfies Record<string, Text>

const COLUMNS = [
  { key: 'checked', label: 'Asked about' },
  { key: 'recovered', label: 'Recovered' },
  { key: 'absent', label: 'Not at Twilio' },
  { key: 'foreign', label: 'Not ours' },
] as const satisfies { key: string; label: Text }[]

const kindOf = (kind: string) =>
  kind in KINDS ? t(KINDS[kind as keyof typeof KINDS]) : kind

/** What Twilio was asked because it had not told us, and what came of it. */
const ReconcilerRuns = ({ runs }: { runs: readonly Run[] }) => {
  const now = useNow()
  if (runs.length === 0) {
    return <p className="text-ink-soft">{t('There was nothing to ask yet.')}</p>
  }
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">
          {t('The last runs, newest first')}
        </caption>
        <thead>
          <tr className="text-left whitespace-nowrap text-ink-soft">
            <th scope="col" className="py-1 pr-4 font-medium">
              {t('When')}
            </th>
            <th scope="col" className="py-1 pr-4 font-medium">
              {t('What')}
            </th>
            {COLUMNS.map(({ key, label }) => (
              <th
                key={key}
                scope="col"
                className="py-1 pl-4 text-right font-medium"
              >
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id} className="border-t border-line whitespace-nowrap">
              <td className="py-1 pr-4">
                <time dateTime={run.startedAt} title={exactTime(run.startedAt)}>
                  {timeAgo(run.startedAt, now)}
                </time>
                {!run.finishedAt && ` (${t('running')})`}
              </td>
              <td className="py-1 pr-4">{kindOf(run.kind)}</td>
              {COLUMNS.map(({ key }) => (
                <td key={key} className="py-1 pl-4 text-right">
                  {count(run[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export default ReconcilerRuns
