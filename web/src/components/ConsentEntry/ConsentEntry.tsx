import type { ConsentEventFields } from 'types/graphql'

import { describeConsent } from 'src/lib/consent/describeConsent'
import { clockTime, exactTime } from 'src/lib/time/time'

/** What became of the contact's consent, between the messages. */
const ConsentEntry = ({ entry }: { entry: ConsentEventFields }) => (
  <div className="flex flex-col items-center px-4 pb-3 text-center text-[0.8125rem] text-ink-soft">
    <p className="wrap-anywhere">
      {describeConsent(entry)} ·{' '}
      <time dateTime={entry.at} title={exactTime(entry.at)}>
        {clockTime(entry.at)}
      </time>
    </p>
    {entry.note && (
      <p dir="auto" className="max-w-prose wrap-anywhere text-ink-faint">
        {entry.note}
      </p>
    )}
  </div>
)

export default ConsentEntry
