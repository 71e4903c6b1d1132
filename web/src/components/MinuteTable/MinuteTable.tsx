import { t } from 'src/lib/language/t'
import type { Text } from 'src/lib/language/t'
import { clockTime } from 'src/lib/time/time'
import { sum, troubleIn } from 'src/lib/webhooks/minutes'
import type { Minute } from 'src/lib/webhooks/minutes'

const isQuiet = (minute: Minute) =>
  minute.callbacks + minute.inbound + troubleIn(minute) === 0

const COLUMNS = [
  { label: 'Status callbacks', count: ({ callbacks }: Minute) => callbacks },
  { label: 'Inbound messages', count: ({ inbound }: Minute) => inbound },
  { label: 'Refused', count: ({ refused }: Minute) => refused },
  {
    label: 'To be sent again',
    count: ({ notRecorded }: Minute) => notRecorded,
  },
] satisfies { label: Text; count: (minute: Minute) => number }[]

/** The chart in figures, newest first; quiet minutes are left out. */
const MinuteTable = ({ minutes }: { minutes: readonly Minute[] }) => {
  const shown = minutes.filter((minute) => !isQuiet(minute)).reverse()
  return (
    <details className="mt-2">
      <summary className="w-fit rounded text-sm text-signal">
        {t('The same in figures')}
      </summary>
      <div className="mt-2 overflow-x-auto">
        <table className="w-full text-sm tabular-nums">
          <caption className="sr-only">
            {t('Webhooks per minute in the last hour, newest first')}
          </caption>
          <thead>
            <tr className="text-left text-ink-soft">
              <th scope="col" className="py-1 pr-4 font-medium">
                {t('Minute')}
              </th>
              {COLUMNS.map(({ label }) => (
                <th
                  key={label}
                  scope="col"
                  className="py-1 pl-4 text-right font-medium"
                >
                  {t(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((minute) => (
              <tr key={minute.minute} className="border-t border-line">
                <th
                  scope="row"
                  className="py-1 pr-4 text-left font-normal whitespace-nowrap"
                >
                  {clockTime(minute.minute)}
                </th>
                {COLUMNS.map(({ label, count }) => (
                  <td key={label} className="py-1 pl-4 text-right">
                    {count(minute)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t border-edge font-semibold">
              <th scope="row" className="py-1 pr-4 text-left">
                {t('The hour')}
              </th>
              {COLUMNS.map(({ label, count }) => (
                <td key={label} className="py-1 pl-4 text-right">
                  {sum(minutes, count)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </details>
  )
}

export default MinuteTable
