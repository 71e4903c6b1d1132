import { Check, CircleHelp, X } from 'lucide-react'
import type { SetupQuery } from 'types/graphql'

import CopyField from 'src/components/CopyField'
import UrlComparison from 'src/components/UrlComparison'
import { cx } from 'src/lib/cx'
import { t } from 'src/lib/language/t'
import { PURPOSES, STATES } from 'src/lib/setup/words'

type Url = SetupQuery['setup']['senders'][number]['urls'][number]

const LOOKS = {
  SET: { icon: Check, look: 'text-signal' },
  OTHER: { icon: X, look: 'text-danger' },
  MISSING: { icon: X, look: 'text-danger' },
  UNKNOWN: { icon: CircleHelp, look: 'text-caution' },
}

/** One address for Twilio's console, and whether it is there. */
const SetupUrl = ({ url }: { url: Url }) => {
  const { purpose, place, expected, current, state, note } = url
  const { icon: Icon, look } = LOOKS[state]
  const differs = state === 'OTHER' && current && current !== expected
  return (
    <li className="flex flex-col gap-1">
      <p className={cx('flex items-center gap-1.5 font-medium', look)}>
        <Icon className="size-4 shrink-0" aria-hidden />
        {t(STATES[state])}
      </p>
      {/* A service that leaves it to its numbers needs no address. */}
      {(state !== 'SET' || current) && (
        <CopyField label={t(PURPOSES[purpose])} value={expected} />
      )}
      <p className="text-sm text-ink-soft">{place}</p>
      {note && <p className="max-w-prose text-sm wrap-anywhere">{note}</p>}
      {differs && (
        <UrlComparison
          expected={expected}
          signed={current}
          signedLabel={t('Set at Twilio')}
        />
      )}
    </li>
  )
}

export default SetupUrl
